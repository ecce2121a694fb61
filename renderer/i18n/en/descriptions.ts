// What is said where a terminal is not recognised and a description may say what it is; late, as in late-words.ts.
export const descriptionsEn = {
  "failure.port":
    "Make sure that it is the right port: pull the cable, and the one that goes from the list is your terminal. Plug it in and choose that one.",
  "description.title": "Is there a description for it?",
  "description.why": "A description says how such a terminal is spoken to. Choose one only if it is this terminal's.",
  "description.own": "Your own file {file}. Its commands have to be accepted once, and again when the file changes.",
  "description.shipped": "Comes with Counterpart ({file}).",
  "description.broken": "The file {file} cannot be used: its form is wrong.",
  "description.commands": {
    one: "What it can send: {count} command",
    other: "What it can send: {count} commands",
  },
  "description.accept": "Accept these commands and try",
  "description.use": "Try this one",
  "description.read": "reads",
  "description.set": "sets",
  "description.save": "saves",
  "description.restart": "restarts",
  "description.logs": "log",
  "description.leave": "leaves",
} as const;
