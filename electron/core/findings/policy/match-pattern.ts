/** More than any host name has (RFC 1123). */
const longest = 255;

/**
 * Whether a name has the form of a pattern: `*` stands for any characters, `?` for one, `#` for one digit; case makes no
 * difference. Not a regular expression, so that no pattern of a policy can take long: at most length times length steps.
 */
export function matchPattern(name: string, pattern: string): boolean {
  const text = name.toLowerCase();
  const form = pattern.toLowerCase();
  if (text.length > longest) {
    return false;
  }
  let place = 0;
  let at = 0;
  // Where the last star stands, and up to where it has eaten.
  let star = -1;
  let eaten = 0;
  while (place < text.length) {
    if (form[at] === "*") {
      star = at++;
      eaten = place;
    } else if (at < form.length && fits(text.charAt(place), form.charAt(at))) {
      place++;
      at++;
    } else if (star >= 0) {
      at = star + 1;
      place = ++eaten;
    } else {
      return false;
    }
  }
  while (form[at] === "*") at++;
  return at === form.length;
}

function fits(character: string, form: string): boolean {
  return form === "?" || form === character || (form === "#" && character >= "0" && character <= "9");
}
