export const shellEn = {
  "shell.name": "Counterpart",
  "shell.screens": "Screens",
  "shell.check": "Check",
  "shell.settings": "Settings",
  "shell.push": "Write",
  "shell.logs": "Logs",
  "shell.history": "History",
  "shell.console": "Console",
  "shell.bench": "Bench",
  "shell.preferences": "Preferences",
  "shell.skip": "Skip to the content",
  "shell.language": "Language",
  "shell.theme": "Theme",
  "shell.theme-system": "Same as the system",
  "shell.theme-light": "Light",
  "shell.theme-dark": "Dark",
  "shell.loading": "One moment",
  "shell.palette": "Find and do anything",

  "start.question": "What do you do with payment terminals?",
  "start.why":
    "It only decides which screen opens first and how roomy it is. Everything stays within reach for everybody.",
  "start.shop": "I run a shop",
  "start.shop-detail": "One terminal, one question: why does it not work?",
  "start.install": "I set up terminals",
  "start.install-detail": "New terminals, one after the other.",
  "start.repair": "I repair terminals",
  "start.repair-detail": "Logs and every detail.",

  "host.gone":
    "This window has lost the part of Counterpart that speaks with the terminal. Start Counterpart again; nothing that you typed is lost.",
  "host.reload": "Load the window again",
} as const;
