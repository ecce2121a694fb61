/** Whichever stands most often in the first line. */
export function findDelimiter(text: string): string {
  const [head = ""] = text.split("\n", 1);
  const count = (delimiter: string): number => head.split(delimiter).length;
  return [",", ";", "\t", "，"].reduce((best, one) => (count(one) > count(best) ? one : best));
}
