"""What templated texts are filled with: sentences that say something, and light edits of them.

Each pair is a sentence and the same one edited: a synonym, another number, one adjective more.
"""

from __future__ import annotations

from typing import Final

Rules = tuple[tuple[str, str], ...]

ENGLISH: Final[Rules] = (
    (
        "The tenant pays the rent on the first day of each month.",
        "The tenant pays the rent on the third day of each month.",
    ),
    (
        "Bicycles are kept in the shed behind the laundry.",
        "Bicycles must be kept in the shed behind the laundry.",
    ),
    (
        "Dogs stay on a lead in the courtyard.",
        "Dogs stay on a short lead in the courtyard.",
    ),
    (
        "Nobody may light a fire on the balcony.",
        "Nobody may light an open fire on the balcony.",
    ),
    (
        "Music is turned down after ten in the evening.",
        "Music is turned down after nine in the evening.",
    ),
    (
        "The landlord mends the boiler within two weeks.",
        "The landlord repairs the boiler within two weeks.",
    ),
    (
        "Parcels for neighbours are left with the caretaker.",
        "Parcels for absent neighbours are left with the caretaker.",
    ),
    (
        "Windows facing the street are cleaned twice a year.",
        "Windows facing the street are washed twice a year.",
    ),
    (
        "A lost key costs its owner forty euros.",
        "A lost key costs its owner sixty euros.",
    ),
    (
        "Children play football only on the meadow.",
        "Children play football only on the large meadow.",
    ),
    (
        "Snow is swept from the steps before breakfast.",
        "Snow is cleared from the steps before breakfast.",
    ),
    (
        "Glass and paper go into separate bins.",
        "Glass and paper go into separate green bins.",
    ),
    (
        "Visitors sign the book beside the entrance.",
        "Visitors sign the book beside the main entrance.",
    ),
    (
        "The lift carries six persons or half a ton.",
        "The lift carries eight persons or half a ton.",
    ),
    (
        "Walls may be painted in any colour but black.",
        "Walls may be painted in any shade but black.",
    ),
    (
        "Whoever moves out returns the flat empty and swept.",
        "Whoever moves out hands the flat back empty and swept.",
    ),
    (
        "The garden is watered from the well in summer.",
        "The garden is watered from the old well in summer.",
    ),
    (
        "Cars without a permit are towed away at once.",
        "Cars without a valid permit are towed away at once.",
    ),
)

GERMAN: Final[Rules] = (
    (
        "Der Mieter zahlt die Miete am ersten Tag des Monats.",
        "Der Mieter zahlt die Miete am dritten Tag des Monats.",
    ),
    (
        "Fahrräder stehen im Schuppen hinter der Waschküche.",
        "Fahrräder stehen im alten Schuppen hinter der Waschküche.",
    ),
    (
        "Hunde bleiben im Hof an der Leine.",
        "Hunde bleiben im Hof an der kurzen Leine.",
    ),
    (
        "Niemand darf auf dem Balkon Feuer machen.",
        "Niemand darf auf dem Balkon ein Feuer anzünden.",
    ),
    (
        "Musik wird nach zehn Uhr abends leise gestellt.",
        "Musik wird nach neun Uhr abends leise gestellt.",
    ),
    (
        "Der Vermieter repariert den Kessel binnen zwei Wochen.",
        "Der Vermieter repariert den Kessel binnen drei Wochen.",
    ),
    (
        "Pakete für Nachbarn nimmt der Hausmeister an.",
        "Pakete für abwesende Nachbarn nimmt der Hausmeister an.",
    ),
    (
        "Ein verlorener Schlüssel kostet vierzig Euro.",
        "Ein verlorener Schlüssel kostet sechzig Euro.",
    ),
    (
        "Kinder spielen nur auf der Wiese Fußball.",
        "Kinder spielen nur auf der großen Wiese Fußball.",
    ),
    (
        "Schnee wird vor dem Frühstück von den Stufen gefegt.",
        "Schnee wird vor dem Frühstück von den Stufen geräumt.",
    ),
    (
        "Glas und Papier kommen in getrennte Tonnen.",
        "Glas und Papier kommen in getrennte grüne Tonnen.",
    ),
    (
        "Besucher tragen sich am Eingang ins Buch ein.",
        "Besucher schreiben sich am Eingang ins Buch ein.",
    ),
    (
        "Der Aufzug trägt sechs Personen.",
        "Der Aufzug trägt acht Personen.",
    ),
    (
        "Im Sommer wird der Garten aus dem Brunnen gegossen.",
        "Im Sommer wird der Garten aus dem tiefen Brunnen gegossen.",
    ),
)

FRENCH: Final[Rules] = (
    (
        "Le locataire paie le loyer le premier jour du mois.",
        "Le locataire paie le loyer le troisième jour du mois.",
    ),
    (
        "Les vélos sont rangés dans la remise derrière la buanderie.",
        "Les vélos sont rangés dans la vieille remise derrière la buanderie.",
    ),
    (
        "Les chiens restent en laisse dans la cour.",
        "Les chiens demeurent en laisse dans la cour.",
    ),
    (
        "Nul ne fait de feu sur le balcon.",
        "Nul ne fait de grand feu sur le balcon.",
    ),
    (
        "La musique est baissée après dix heures du soir.",
        "La musique est baissée après neuf heures du soir.",
    ),
    (
        "Le propriétaire répare la chaudière en deux semaines.",
        "Le propriétaire répare la chaudière en trois semaines.",
    ),
    (
        "Les colis des voisins sont remis au gardien.",
        "Les colis des voisins absents sont remis au gardien.",
    ),
    (
        "Une clé perdue coûte quarante euros.",
        "Une clé perdue coûte soixante euros.",
    ),
    (
        "Les enfants jouent au ballon sur la pelouse.",
        "Les enfants jouent au ballon sur la grande pelouse.",
    ),
    (
        "La neige est balayée avant le petit déjeuner.",
        "La neige est enlevée avant le petit déjeuner.",
    ),
    (
        "Le verre et le papier vont dans des bacs séparés.",
        "Le verre et le papier vont dans des bacs verts séparés.",
    ),
    (
        "Les visiteurs signent le registre près de l'entrée.",
        "Les visiteurs signent le cahier près de l'entrée.",
    ),
    (
        "L'ascenseur porte six personnes.",
        "L'ascenseur porte huit personnes.",
    ),
    (
        "En été, on arrose le jardin avec l'eau du puits.",
        "En été, on arrose le jardin avec l'eau du vieux puits.",
    ),
)

RUSSIAN: Final[Rules] = (
    (
        "Жилец платит за квартиру в первый день месяца.",
        "Жилец платит за квартиру в третий день месяца.",
    ),
    (
        "Велосипеды стоят в сарае за прачечной.",
        "Велосипеды стоят в старом сарае за прачечной.",
    ),
    (
        "Собаки гуляют во дворе только на поводке.",
        "Собаки гуляют во дворе только на коротком поводке.",
    ),
    (
        "Никто не разводит огонь на балконе.",
        "Никто не зажигает огонь на балконе.",
    ),
    (
        "Музыку делают тише после десяти часов вечера.",
        "Музыку делают тише после девяти часов вечера.",
    ),
    (
        "Хозяин чинит котёл в течение двух недель.",
        "Хозяин чинит котёл в течение трёх недель.",
    ),
    (
        "Посылки соседей принимает дворник.",
        "Посылки уехавших соседей принимает дворник.",
    ),
    (
        "Потерянный ключ стоит сорок рублей.",
        "Потерянный ключ стоит шестьдесят рублей.",
    ),
    (
        "Дети играют в мяч на лугу за домом.",
        "Дети играют в мяч на большом лугу за домом.",
    ),
    (
        "Снег убирают со ступеней до завтрака.",
        "Снег сметают со ступеней до завтрака.",
    ),
    (
        "Стекло и бумагу кладут в разные ящики.",
        "Стекло и бумагу кладут в разные зелёные ящики.",
    ),
    (
        "Гости пишут своё имя в книге у входа.",
        "Гости пишут своё имя в толстой книге у входа.",
    ),
    (
        "Лифт поднимает шесть человек.",
        "Лифт поднимает восемь человек.",
    ),
    (
        "Летом сад поливают водой из колодца.",
        "Летом сад поливают холодной водой из колодца.",
    ),
)

CHINESE: Final[Rules] = (
    ("房客每月一日交房租。", "房客每月三日交房租。"),
    ("自行车停在洗衣房后面的棚子里。", "自行车停在洗衣房后面的旧棚子里。"),
    ("狗在院子里要拴绳。", "狗在院子里必须拴绳。"),
    ("任何人不得在阳台上点火。", "任何人都不得在阳台上生火。"),
    ("晚上十点以后音乐要放低。", "晚上九点以后音乐要放低。"),
    ("房东两周之内修好锅炉。", "房东三周之内修好锅炉。"),
    ("邻居的包裹由门卫代收。", "外出邻居的包裹由门卫代收。"),
    ("丢失钥匙赔偿四十元。", "丢失钥匙赔偿六十元。"),
    ("孩子们只在草地上踢球。", "孩子们只在大草地上踢球。"),
    ("早饭前把台阶上的雪扫掉。", "早饭前把台阶上的雪清除。"),
    ("玻璃和废纸分别放进垃圾桶。", "玻璃和废纸分别放进绿色垃圾桶。"),
    ("来访者在入口处登记姓名。", "来访者在大门入口处登记姓名。"),
    ("电梯一次载六个人。", "电梯一次载八个人。"),
    ("夏天用井水浇花园。", "夏天用凉井水浇花园。"),
)

QUESTIONS: Final[Rules] = (
    (
        "How do I cancel an order? | Open the order and press the red button.",
        "How can I cancel an order? | Open the order and press the large red button.",
    ),
    (
        "Where is my parcel? | The number in the mail tells which depot has it.",
        "Where is my parcel now? | The number in the mail tells which depot has it.",
    ),
    (
        "Can I pay by cheque? | We take cards and transfers, but no cheques.",
        "May I pay by cheque? | We take cards and bank transfers, but no cheques.",
    ),
    (
        "What if a shoe does not fit? | Send both shoes back within thirty days.",
        "What if a shoe does not fit? | Send both shoes back within sixty days.",
    ),
    (
        "Do you ship to islands? | Ferries carry our boxes on Tuesdays.",
        "Do you ship to islands? | Ferries carry our boxes on Fridays.",
    ),
    (
        "Is the leather real? | All straps are cut from cow hide.",
        "Is the leather genuine? | All straps are cut from cow hide.",
    ),
    (
        "Who repairs a broken zip? | Any tailor can sew in a new one.",
        "Who mends a broken zip? | Any good tailor can sew in a new one.",
    ),
    (
        "How do I wash wool? | By hand, in cold water, without wringing.",
        "How do I wash wool? | By hand, in cool water, without wringing.",
    ),
    (
        "When does the sale begin? | On the last Saturday of January.",
        "When does the sale begin? | On the first Saturday of January.",
    ),
    (
        "May I change my address? | Until the label has been printed.",
        "Can I change my address? | Until the label has been printed.",
    ),
    (
        "Are gift vouchers refunded? | Vouchers stay valid for three years.",
        "Are gift vouchers refunded? | Vouchers stay valid for four years.",
    ),
    (
        "Why was my password refused? | It needs a capital letter and a digit.",
        "Why was my password rejected? | It needs a capital letter and one digit.",
    ),
)

ROOMS: Final[Rules] = (
    ("has a bed and a desk.", "has a wide bed and a desk."),
    ("has two beds and a sofa.", "has two beds and a leather sofa."),
    ("has a balcony with a view of the lake.", "has a large balcony with a view of the lake."),
    ("has a kitchen with a gas stove.", "has a small kitchen with a gas stove."),
    ("has a fireplace and thick curtains.", "has a fireplace and heavy curtains."),
    ("has a bathtub on iron feet.", "has a white bathtub on iron feet."),
    ("has bunks for four children.", "has bunks for six children."),
    ("has a piano and a shelf of novels.", "has an old piano and a shelf of novels."),
    ("has a ramp and wide doors.", "has a wooden ramp and wide doors."),
    ("has a skylight above the table.", "has a skylight over the table."),
    ("has a telescope on the terrace.", "has a telescope on the flat terrace."),
    ("has a sauna beside the shower.", "has a sauna next to the shower."),
)

GOODS: Final[Rules] = (
    ("Rye bread, 2.50 euros a loaf.", "Rye bread, 2.80 euros a loaf."),
    ("Butter, 3.20 euros a pack.", "Salted butter, 3.20 euros a pack."),
    ("Goat cheese, 1.90 euros for 100 g.", "Goat cheese, 2.10 euros for 100 g."),
    ("Eggs, 30 cents each.", "Eggs, 35 cents each."),
    ("Honey, 6.40 euros a jar.", "Forest honey, 6.40 euros a jar."),
    ("Plums, 4.10 euros a kilo.", "Ripe plums, 4.10 euros a kilo."),
    ("Smoked trout, 5.60 euros a fillet.", "Smoked trout, 5.90 euros a fillet."),
    ("Lentils, 2.20 euros a bag.", "Red lentils, 2.20 euros a bag."),
    ("Apple juice, 1.80 euros a bottle.", "Cloudy apple juice, 1.80 euros a bottle."),
    ("Walnuts, 7.30 euros a kilo.", "Walnuts, 7.90 euros a kilo."),
    ("Mustard, 1.40 euros a glass.", "Sweet mustard, 1.40 euros a glass."),
    ("Leeks, 90 cents a piece.", "Leeks, 80 cents a piece."),
)

MOTIONS: Final[Rules] = (
    (
        "Ms Weber moved that the roof be mended before winter.",
        "Ms Weber moved that the roof be repaired before winter.",
    ),
    (
        "Mr Lund asked for a second lamp in the harbour lane.",
        "Mr Lund asked for a third lamp in the harbour lane.",
    ),
    (
        "Dr Amari proposed to plant lime trees around the school.",
        "Dr Amari proposed to plant young lime trees around the school.",
    ),
    (
        "Mrs Okoye reported that the swimming pool leaks.",
        "Mrs Okoye reported that the swimming pool is leaking.",
    ),
    (
        "Mr Silva wanted the bus to stop at the clinic.",
        "Mr Silva wanted the bus to stop at the new clinic.",
    ),
    (
        "Ms Novak presented the budget of the fire brigade.",
        "Ms Novak presented the yearly budget of the fire brigade.",
    ),
    (
        "Mr Tanaka offered to lend his barn for the fair.",
        "Mr Tanaka offered to lend his barn for the spring fair.",
    ),
    (
        "Mrs Byrne complained about noise from the quarry.",
        "Mrs Byrne complained about dust from the quarry.",
    ),
    (
        "Mr Costa thanked the volunteers of the library.",
        "Mr Costa thanked the twelve volunteers of the library.",
    ),
    (
        "Ms Kaya read a letter from the twin town.",
        "Ms Kaya read out a letter from the twin town.",
    ),
    (
        "Mr Holm suggested a fee for moorings.",
        "Mr Holm suggested a small fee for moorings.",
    ),
    (
        "Mrs Petrova showed plans for a footbridge.",
        "Mrs Petrova showed drawings for a footbridge.",
    ),
)

# What follows has a frame in common, too: little tells one sentence from another.
DUTIES: Final[Rules] = (
    ("The tenant shall keep the cellar dry.", "The tenant shall keep the whole cellar dry."),
    ("The tenant shall keep the stairs clean.", "The tenant shall keep the stairs very clean."),
    ("The tenant shall insure the furniture.", "The tenant shall insure the old furniture."),
    ("The tenant shall report any leak.", "The tenant shall report every leak."),
    ("The tenant shall air the rooms daily.", "The tenant shall air the rooms twice daily."),
    ("The owner shall mend the roof.", "The owner shall repair the roof."),
    ("The owner shall heat the building.", "The owner shall heat the entire building."),
    ("The owner shall paint the fence.", "The owner shall paint the wooden fence."),
    ("The owner shall light the courtyard.", "The owner shall light the dark courtyard."),
    ("The owner shall pay the water rates.", "The owner shall pay all water rates."),
    ("The agent shall collect the rent.", "The agent shall collect the monthly rent."),
    ("The agent shall inspect the chimney.", "The agent shall examine the chimney."),
    ("The agent shall keep a spare key.", "The agent shall keep two spare keys."),
)

PFLICHTEN: Final[Rules] = (
    ("Der Mieter hält den Keller trocken.", "Der Mieter hält den ganzen Keller trocken."),
    ("Der Mieter hält die Treppe sauber.", "Der Mieter hält die Treppe stets sauber."),
    ("Der Mieter versichert die Möbel.", "Der Mieter versichert die alten Möbel."),
    ("Der Mieter meldet jeden Schaden.", "Der Mieter meldet jeden kleinen Schaden."),
    ("Der Mieter lüftet die Zimmer.", "Der Mieter lüftet täglich die Zimmer."),
    ("Der Eigentümer deckt das Dach.", "Der Eigentümer deckt das undichte Dach."),
    ("Der Eigentümer heizt das Gebäude.", "Der Eigentümer heizt das ganze Gebäude."),
    ("Der Eigentümer streicht den Zaun.", "Der Eigentümer lackiert den Zaun."),
    ("Der Eigentümer beleuchtet den Hof.", "Der Eigentümer beleuchtet den dunklen Hof."),
    ("Der Eigentümer zahlt das Wasser.", "Der Eigentümer bezahlt das Wasser."),
    ("Der Verwalter prüft den Kamin.", "Der Verwalter prüft den Kamin jährlich."),
    ("Der Verwalter sammelt die Mieten ein.", "Der Verwalter zieht die Mieten ein."),
)

OBLIGACIONES: Final[Rules] = (
    ("El inquilino mantiene seco el sótano.", "El inquilino mantiene seco todo el sótano."),
    ("El inquilino limpia la escalera.", "El inquilino limpia bien la escalera."),
    ("El inquilino asegura los muebles.", "El inquilino asegura los muebles viejos."),
    ("El inquilino avisa de cada fuga.", "El inquilino avisa de toda fuga."),
    ("El dueño repara el tejado.", "El dueño arregla el tejado."),
    ("El dueño pinta la cerca.", "El dueño pinta la cerca de madera."),
    ("El dueño calienta el edificio.", "El dueño calienta todo el edificio."),
    ("El dueño paga el agua.", "El dueño paga el agua fría."),
    ("El agente cobra el alquiler.", "El agente cobra el alquiler mensual."),
    ("El agente revisa la chimenea.", "El agente inspecciona la chimenea."),
    ("El agente guarda una llave.", "El agente guarda dos llaves."),
)

CHINESE_DUTIES: Final[Rules] = (
    ("房客应当保持地下室干燥。", "房客应当保持整个地下室干燥。"),
    ("房客应当打扫楼梯。", "房客应当每天打扫楼梯。"),
    ("房客应当报告漏水。", "房客应当及时报告漏水。"),
    ("房客应当为家具投保。", "房客应当为旧家具投保。"),
    ("房东应当修理屋顶。", "房东应当修补屋顶。"),
    ("房东应当粉刷围墙。", "房东应当粉刷旧围墙。"),
    ("房东应当安装路灯。", "房东应当安装三盏路灯。"),
    ("房东应当缴纳水费。", "房东应当按时缴纳水费。"),
    ("中介应当检查烟囱。", "中介应当查看烟囱。"),
    ("中介应当收取租金。", "中介应当收取每月租金。"),
    ("中介应当保管钥匙。", "中介应当保管备用钥匙。"),
)
