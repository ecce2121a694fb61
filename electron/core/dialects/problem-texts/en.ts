// What is wrong in a description file, and what to write instead. `{name}` quotes a value.
export const problemTextsEn = {
  "not-yaml": "This is not YAML: {reason}.",
  "too-long": "The file is longer than {bytes} bytes.",
  "family-unknown": "The family {family} is not described by a file. Known: {known}.",
  "missing": "{key} is missing here.",
  "wrong-type": "This has to be {expected}.",
  "unknown-key": "Nothing is known here by the name {key}. Check the spelling, or leave it out.",
  "not-one-of": "This has to be one of: {allowed}.",
  "out-of-range": "This is too long, too short, too large or too small. The limit is {limit}.",
  "wrong-form": "There are characters here that cannot stand in this place.",
  "no-form": "This is written in none of the forms that are possible here.",
  "pattern-unreadable": "This pattern cannot be used: {reason}.",
  "pattern-matches-nothing": "This pattern also matches an empty text, so it would match everywhere.",
  "not-caught": "No pattern of read has a group named {name}. Write (?<{name}>...) around what it stands for.",
  "placeholder-unknown": "There is no value for {name} here. Possible: {known}.",
  "placeholder-missing": "This command sets nothing: write the place of a value in braces, such as {example}.",
  "placeholder-elsewhere": "{name} has a value only in set commands.",
  "command-forbidden":
    "This command holds {command}, which Counterpart never sends to a terminal: nothing that pays, loads keys or switches a bridge off.",
  "restart-missing": "This needs a restart command, which the file does not have.",
  "login-empty": "A login needs the pattern of the question for the user, or for the password.",
} as const;
