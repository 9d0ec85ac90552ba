#!/usr/bin/env bash
# Make the disk image, on macOS: pack.sh APP TARGET.dmg
#
# With SIGN_IDENTITY the program and the image are signed for the hardened runtime; with
# NOTARY_PROFILE as well, a profile that "xcrun notarytool store-credentials" keeps, the image is
# notarised and the answer stapled to it. Without them it is for trying only.
set -euo pipefail
app=$1 target=$2
here=$(cd "$(dirname "$0")" && pwd)
image=$(mktemp -d)
trap 'rm -rf "$image"' EXIT

if [ -n "${SIGN_IDENTITY:-}" ]; then
  find "$app" -type f \( -name '*.dylib' -o -name '*.so' -o -perm -u+x \) -print0 |
    xargs -0 -n 20 codesign --force --timestamp --options runtime --sign "$SIGN_IDENTITY" \
      --entitlements "$here/entitlements.plist"
  codesign --force --timestamp --options runtime --sign "$SIGN_IDENTITY" \
    --entitlements "$here/entitlements.plist" "$app"
  codesign --verify --deep --strict "$app"
fi

cp -R "$app" "$image/"
ln -s /Applications "$image/Applications"
hdiutil create -ov -quiet -volname "Facing Pages" -srcfolder "$image" -format UDZO "$target"

if [ -n "${SIGN_IDENTITY:-}" ]; then
  codesign --force --timestamp --sign "$SIGN_IDENTITY" "$target"
  if [ -n "${NOTARY_PROFILE:-}" ]; then
    xcrun notarytool submit "$target" --keychain-profile "$NOTARY_PROFILE" --wait
    xcrun stapler staple "$target"
  fi
fi
