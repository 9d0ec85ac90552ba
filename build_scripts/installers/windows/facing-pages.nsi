; The installer for Windows: for one person, without an administrator.
;
;   makensis -DVERSION=0.1.0 -DBUNDLE=folder -DICON=facing-pages.ico -DTARGET=setup.exe [-DSIGN=...]
;
; /S installs and removes without a question; /D=folder (last, without quotes) chooses the folder. A
; newer version takes the place of an older one; settings lie elsewhere and stay.

; Before all else: a program for 64 bits, as the one it installs.
Target amd64-unicode
Unicode true
SetCompressor /SOLID lzma
ManifestDPIAware true
ManifestLongPathAware true
RequestExecutionLevel user

!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"

!define NAME "Facing Pages"
!define KEY "Software\FacingPages"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\FacingPages"
!define CLASSES "Software\Classes"

Name "${NAME}"
OutFile "${TARGET}"
InstallDir "$LOCALAPPDATA\Programs\Facing Pages"
InstallDirRegKey HKCU "${KEY}" "Folder"
BrandingText "${NAME} ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Installs ${NAME}"
VIAddVersionKey "LegalCopyright" "The Facing Pages authors"
!ifdef SIGN
  ; A command that signs one file, named by %1.
  !finalize '${SIGN}'
  !uninstfinalize '${SIGN}'
!endif

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\facing-pages.exe"
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"

LangString MenuWords ${LANG_ENGLISH} "Compare with Facing Pages"
LangString MenuWords ${LANG_GERMAN} "Mit Facing Pages vergleichen"
LangString RunningWords ${LANG_ENGLISH} "Facing Pages is running. Close it, then try again."
LangString RunningWords ${LANG_GERMAN} "Facing Pages läuft. Beenden Sie es und versuchen Sie es dann noch einmal."
LangString DesktopWords ${LANG_ENGLISH} "Icon on the desktop"
LangString DesktopWords ${LANG_GERMAN} "Symbol auf dem Desktop"

; Offered in "Open with" and in the menu of such a file; no file type is taken over.
!macro EachType DEED
  !insertmacro ${DEED} ".txt"
  !insertmacro ${DEED} ".md"
  !insertmacro ${DEED} ".htm"
  !insertmacro ${DEED} ".html"
  !insertmacro ${DEED} ".mht"
  !insertmacro ${DEED} ".mhtml"
  !insertmacro ${DEED} ".docx"
  !insertmacro ${DEED} ".odt"
  !insertmacro ${DEED} ".rtf"
  !insertmacro ${DEED} ".pdf"
  !insertmacro ${DEED} ".epub"
  !insertmacro ${DEED} ".srt"
  !insertmacro ${DEED} ".vtt"
!macroend

!macro OfferType TYPE
  WriteRegStr HKCU "${CLASSES}\Applications\facing-pages.exe\SupportedTypes" "${TYPE}" ""
  WriteRegStr HKCU "${CLASSES}\${TYPE}\OpenWithProgids" "FacingPages.Text" ""
  WriteRegStr HKCU "${CLASSES}\SystemFileAssociations\${TYPE}\shell\FacingPages" "" "$(MenuWords)"
  WriteRegStr HKCU "${CLASSES}\SystemFileAssociations\${TYPE}\shell\FacingPages" "Icon" "$INSTDIR\facing-pages.exe"
  WriteRegStr HKCU "${CLASSES}\SystemFileAssociations\${TYPE}\shell\FacingPages\command" "" '"$INSTDIR\facing-pages.exe" "%1"'
!macroend

!macro TakeTypeBack TYPE
  DeleteRegValue HKCU "${CLASSES}\${TYPE}\OpenWithProgids" "FacingPages.Text"
  DeleteRegKey /ifempty HKCU "${CLASSES}\${TYPE}\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "${CLASSES}\${TYPE}"
  DeleteRegKey HKCU "${CLASSES}\SystemFileAssociations\${TYPE}\shell\FacingPages"
  DeleteRegKey /ifempty HKCU "${CLASSES}\SystemFileAssociations\${TYPE}\shell"
  DeleteRegKey /ifempty HKCU "${CLASSES}\SystemFileAssociations\${TYPE}"
!macroend

; A program that runs holds its own file; what is under way there is not ended from here.
!macro RefuseWhileRunning
  ${If} ${FileExists} "$INSTDIR\facing-pages.exe"
    ClearErrors
    FileOpen $0 "$INSTDIR\facing-pages.exe" a
    ${If} ${Errors}
      MessageBox MB_OK|MB_ICONEXCLAMATION "$(RunningWords)" /SD IDOK
      SetErrorLevel 2
      Quit
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

Section "${NAME}" SectionProgram
  SectionIn RO
  !insertmacro RefuseWhileRunning
  ; Nothing of an older version stays between the files of this one.
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${BUNDLE}/*.*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\facing-pages.exe"

  WriteRegStr HKCU "${KEY}" "Folder" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\facing-pages.exe"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "The Facing Pages authors"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0

  WriteRegStr HKCU "${CLASSES}\Applications\facing-pages.exe" "FriendlyAppName" "${NAME}"
  WriteRegStr HKCU "${CLASSES}\Applications\facing-pages.exe\shell\open\command" "" '"$INSTDIR\facing-pages.exe" "%1"'
  WriteRegStr HKCU "${CLASSES}\FacingPages.Text" "" "Text"
  WriteRegStr HKCU "${CLASSES}\FacingPages.Text\shell\open\command" "" '"$INSTDIR\facing-pages.exe" "%1"'
  !insertmacro EachType OfferType

  ; Sessions are our own.
  WriteRegStr HKCU "${CLASSES}\.facing" "" "FacingPages.Session"
  WriteRegStr HKCU "${CLASSES}\FacingPages.Session" "" "Facing Pages session"
  WriteRegStr HKCU "${CLASSES}\FacingPages.Session\DefaultIcon" "" "$INSTDIR\facing-pages.exe"
  WriteRegStr HKCU "${CLASSES}\FacingPages.Session\shell\open\command" "" '"$INSTDIR\facing-pages.exe" "%1"'
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

Section /o "$(DesktopWords)" SectionDesktop
  CreateShortcut "$DESKTOP\${NAME}.lnk" "$INSTDIR\facing-pages.exe"
SectionEnd

Section "Uninstall"
  !insertmacro RefuseWhileRunning
  ; Only what was installed: somebody may have files of their own in the folder.
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\facing-pages.exe"
  Delete "$INSTDIR\facing.exe"
  Delete "$INSTDIR\LICENSE.txt"
  Delete "$INSTDIR\THIRD-PARTY-NOTICES.txt"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  Delete "$DESKTOP\${NAME}.lnk"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "${KEY}"
  DeleteRegKey HKCU "${CLASSES}\Applications\facing-pages.exe"
  DeleteRegKey HKCU "${CLASSES}\FacingPages.Text"
  !insertmacro EachType TakeTypeBack
  DeleteRegKey HKCU "${CLASSES}\.facing"
  DeleteRegKey HKCU "${CLASSES}\FacingPages.Session"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd
