// typed words -> the actions that hold them all, the best first. Searched are the names in both languages, what else they
// are called, and the first letters of the Chinese name's pinyin.
export interface Searchable {
  readonly id: string;
  readonly names: readonly string[];
  readonly also: string;
}

/** The ones that hold every typed word, those whose name begins with it before those that only hold it. */
export function searchActions<Entry extends Searchable>(entries: readonly Entry[], typed: string): readonly Entry[] {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return entries;
  return entries
    .map((entry) => ({ entry, rank: rankEntry(entry, words) }))
    .filter(({ rank }) => rank < misses)
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ entry }) => entry);
}

const misses = 4;

function rankEntry({ names, also }: Searchable, words: readonly string[]): number {
  const folded = names.map(fold);
  const rest = [fold(also), ...names.map(findInitials)].join(" ");
  return Math.max(...words.map((word) => rankWord(word, folded, rest)));
}

function rankWord(word: string, names: readonly string[], rest: string): number {
  if (names.some((name) => name.startsWith(word))) return 0;
  if (names.some((name) => name.includes(` ${word}`))) return 1;
  if (names.some((name) => name.includes(word))) return 2;
  return rest.includes(word) ? 3 : misses;
}

function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase().trim();
}

/** The first character of each letter's part of a pinyin dictionary; no syllable begins with i, u or v. */
const firsts = Array.from("阿八嚓哒妸发旮哈讥咔垃痳拏噢妑七呥仨它穵夕丫帀");
const letters = "abcdefghjklmnopqrstwxyz";

/** `xf` of 修复. A character with two readings has its more usual one. */
export function findInitials(name: string): string {
  const order = new Intl.Collator("zh-CN");
  const initials = Array.from(name, (one) => {
    if (!/\p{Script=Han}/u.test(one)) return "";
    const place = firsts.findLastIndex((first) => order.compare(first, one) <= 0);
    return letters[place] ?? "";
  });
  return initials.join("");
}
