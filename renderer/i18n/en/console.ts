export const consoleEn = {
  "console.title": "Raw console",
  "console.port": "Port",
  "console.start": "Open",
  "console.stop": "Close",
  "console.save": "Save recording",
  "console.closed": "Choose a port and open it. Nothing is sent until you type.",
  "console.typing": "What you type goes to the terminal. Card numbers and keys are masked here and in the recording.",
  "console.watching": "Only watching: a session has this line.",
  "console.pushing": "Only watching: settings are being written. Nothing can be typed until that is over.",
  "console.take": "Disconnect and type",
  "console.ended": "The line is closed.",
  "console.silent": "Nothing on the line yet.",
  "console.skipped": {
    one: "{count} character came too fast and was left out.",
    other: "{count} characters came too fast and were left out.",
  },
  "console.screen": "What the terminal says",
} as const;
