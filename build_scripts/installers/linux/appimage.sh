#!/usr/bin/env bash
# Make an AppImage from the frozen program: appimage.sh BUNDLE ICONS VERSION TARGET.AppImage
#
# Needs appimagetool and, because nothing is downloaded here, the runtime it puts in front:
#   APPIMAGETOOL=appimagetool APPIMAGE_RUNTIME=runtime-x86_64 appimage.sh ...
set -euo pipefail
bundle=$1 icons=$2 version=$3 target=$4
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
program=$folder/FacingPages.AppDir

mkdir -p "$program/usr/lib" "$program/usr/share/metainfo" "$program/usr/share/applications"
cp -a "$bundle" "$program/usr/lib/facing-pages"
cp -a "$icons/hicolor" "$program/usr/share/icons"
cp "$here/facing-pages.desktop" "$program/"
cp "$here/facing-pages.desktop" "$program/usr/share/applications/"
sed "s/@VERSION@/$version/; s/@DATE@/$(date -u -d "@${SOURCE_DATE_EPOCH:-$(date +%s)}" +%F)/" \
  "$here/facing-pages.metainfo.xml" >"$program/usr/share/metainfo/facing-pages.metainfo.xml"
cp "$icons/hicolor/256x256/apps/facing-pages.png" "$program/"
ln -s facing-pages.png "$program/.DirIcon"
# What is mounted goes away with the first process, so that it must be the window itself.
cat >"$program/AppRun" <<'RUN'
#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
case "$(basename "${ARGV0:-facing-pages}")" in
  facing) exec "$here/usr/lib/facing-pages/facing" "$@" ;;
  *) exec "$here/usr/lib/facing-pages/facing-pages" "$@" ;;
esac
RUN
chmod +x "$program/AppRun"

ARCH=$(uname -m) VERSION=$version "${APPIMAGETOOL:-appimagetool}" \
  ${APPIMAGE_RUNTIME:+--runtime-file "$APPIMAGE_RUNTIME"} "$program" "$target"
