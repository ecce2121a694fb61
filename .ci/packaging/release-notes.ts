// CHANGELOG.md -> what an update says about itself.

/** The section of `version`, or what is not released yet where it has none; null where it has neither. */
export function findReleaseNotes(changelog: string, version: string): string | null {
  return findSection(changelog, version) ?? findSection(changelog, "Unreleased");
}

function findSection(changelog: string, name: string): string | null {
  const sections = changelog.split(/^## /m).slice(1);
  const own = sections.find((section) => section.startsWith(`[${name}]`));
  if (own === undefined) return null;
  const text = own.slice(own.indexOf("\n") + 1).trim();
  return text === "" ? null : `${text}\n`;
}
