// The words of the help; it comes when somebody asks.
export const helpWindowEn = {
  "help.title": "Help",
  "help.close": "Close the help",
  "help.search": "Search the terms",
  "help.terms": "What the terms mean",
  "help.none": "“{typed}” is not explained here.",
  "help.what-is": "What is this: {term}",
  "help.keyboard": "Keyboard",
  "help.key-palette": "Find and do anything",
  "help.key-help": "This help",
  "help.key-next": "To the next field or button, and back",
  "help.key-close": "Close what is open",
  "help.guide": "Practise with a demo terminal",
  "help.guide-why": "About two minutes, in three steps. Nothing real is changed.",
} as const;
