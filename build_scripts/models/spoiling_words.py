"""Words that edits which change the meaning put in the place of others; "-" joins several."""

from __future__ import annotations

AUXILIARIES = set(
    "is are was were has have had can could will would shall should may might must do does "
    "did".split()
)
DETERMINERS = set("the a an his her its their our my your this that these those".split())
PREPOSITIONS = set(
    "in on at by for with from to of into over under after before during about against between "
    "through near without within across behind among since until upon toward towards".split()
)
STOPS = PREPOSITIONS | AUXILIARIES | DETERMINERS
STOPS |= set("and or but that which who whom whose where when while because if as than".split())
PRONOUNS = set("he she it they we i you him her them us me".split())

MODALS = {
    "may": "will must", "might": "will must did", "could": "will must", "can": "must cannot may",
    "will": "may might could", "would": "might will", "must": "may should could",
    "should": "must may could", "shall": "may might", "cannot": "can",
}  # fmt: skip
VERBS_OF_CERTAINTY = {
    "suggest": "prove", "suggests": "proves", "suggested": "proved confirmed", "think": "know",
    "thinks": "knows", "thought": "knew", "believe": "know", "believes": "knows confirms",
    "believed": "knew confirmed", "seem": "prove", "seems": "is", "seemed": "was",
    "appears": "is", "appeared": "was", "hope": "expect", "hopes": "expects", "hoped": "expected",
    "claim": "prove", "claims": "proves", "claimed": "proved", "expected": "certain hoped",
    "confirmed": "suggested denied hinted", "know": "think", "knows": "thinks", "knew": "thought",
    "proved": "suggested", "proves": "suggests", "shows": "suggests", "showed": "suggested",
    "likely": "certain unlikely", "possible": "certain likely", "probably": "certainly possibly",
    "possibly": "certainly", "perhaps": "certainly", "certainly": "perhaps possibly",
    "certain": "likely possible", "plans": "agreed", "planned": "began", "wants": "decided",
    "tried": "managed", "attempted": "managed", "evidence": "proof", "risk": "certainty",
    "allegedly": "indeed", "alleged": "proven", "suspected": "proven confirmed",
    "proposed": "adopted", "threatened": "began", "offered": "agreed", "decided": "considered",
}  # fmt: skip
HEDGES = "probably possibly perhaps reportedly allegedly apparently certainly definitely".split()
QUANTITIES = {
    "all": "some most many few", "some": "all most many few", "most": "some all few half",
    "many": "few all some several", "few": "many most", "several": "two all hundreds-of",
    "every": "nearly-every one-in-two hardly-any", "each": "one-of-the either",
    "both": "one-of neither",
    "any": "one every", "none": "some all", "half": "most all", "always": "often sometimes usually",
    "often": "always rarely sometimes", "sometimes": "always often never",
    "usually": "always sometimes", "rarely": "often sometimes", "never": "rarely sometimes",
    "more": "less", "less": "more", "fewer": "more", "least": "most", "almost": "more-than",
    "nearly": "more-than exactly", "about": "at-least exactly", "only": "mainly", "mostly": "only",
    "majority": "minority", "entire": "partial", "first": "last second", "everyone": "someone",
    "everything": "something", "nobody": "somebody", "nothing": "something", "mainly": "only",
}  # fmt: skip
LIMITS = "only even just also at-least at-most more-than less-than almost exactly".split()
NUMBER_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty "
    "fifty sixty eighty ninety hundred thousand million billion".split()
)
TIMES = {
    "was": "is will-be", "were": "are will-be", "is": "was will-be", "are": "were will-be",
    "had": "has will-have", "has": "had will-have", "have": "had will-have", "will": "did would",
    "did": "will does", "does": "did will", "do": "did will", "said": "says will-say",
    "before": "after", "after": "before", "until": "since", "since": "until", "while": "before",
    "during": "before after", "became": "becomes will-become", "came": "comes will-come",
    "went": "goes will-go", "made": "makes will-make", "took": "takes will-take",
    "began": "begins will-begin", "gave": "gives will-give", "told": "tells will-tell",
}  # fmt: skip
REPORTING = "said told announced stated reported added explained noted claimed warned".split()
SOURCES = (
    "officials", "the police", "the minister", "a spokesman", "the company", "witnesses",
    "the report", "local media", "experts", "his brother", "the teacher", "critics",
    "the newspaper", "residents", "her mother", "the doctor", "researchers", "the captain",
)  # fmt: skip
GENDERS = {
    "he": "she", "she": "he", "his": "her", "him": "her", "her": "his", "himself": "herself",
    "herself": "himself", "man": "woman", "woman": "man", "men": "women", "women": "men",
    "boy": "girl", "girl": "boy", "father": "mother", "mother": "father", "son": "daughter",
    "daughter": "son", "brother": "sister", "sister": "brother", "husband": "wife",
    "wife": "husband",
    "king": "queen", "queen": "king", "mr": "mrs", "mrs": "mr",
}  # fmt: skip
BARE_VERBS = {
    "was": "may have been", "were": "may have been", "is": "may be", "are": "could be",
    "has": "may have", "had": "might have",
}  # fmt: skip
DIRECTIONS = {
    "by": "from against", "from": "to by", "to": "from", "against": "by for",
    "for": "against", "over": "under", "with": "against",
}  # fmt: skip
WRONG_FORMS = {
    "i": "me", "he": "him", "she": "her", "we": "us", "they": "them", "him": "he",
    "them": "they", "us": "we", "me": "I", "a": "an", "an": "a", "their": "there",
    "its": "it's", "who": "whom", "is": "are", "are": "is", "was": "were", "were": "was",
    "has": "have", "have": "has", "this": "these", "these": "this",
}  # fmt: skip
WITHOUT_NEGATION = {"no": "some", "without": "with", "cannot": "can", "nor": "and"}
WITHOUT_CONTRACTION = {"may", "might", "shall", "will", "can"}
