import { sep } from "node:path";

/** The AppImage that this program runs from. Its words are handed on to whatever it starts: those of another one do not count. */
export function findAppImage(
  environment: Readonly<Record<string, string | undefined>>,
  program: string,
): string | null {
  const { APPIMAGE: image = "", APPDIR: mounted = "" } = environment;
  return image !== "" && mounted !== "" && program.startsWith(mounted + sep) ? image : null;
}
