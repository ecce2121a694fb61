// The guide for the first minutes; it comes when somebody says yes to it.
export const guideEn = {
  "guide.title": "Practice with a demo terminal",
  "guide.step": "Step {at} of {all}",
  "guide.end": "End the practice",
  "guide.connect": "Choose it for me",
  "guide.open": "Open: {screen}",
  "guide.finish": "Finish",
  "guide.done-title": "Done",
  "guide.shop-1":
    "On the left, under Demo terminals, choose the one that cannot reach its host. Your own appears there too, once it is plugged in.",
  "guide.shop-2":
    "The large sentence says what is wrong, the picture shows where. Press Fix: you see every change before anything is written.",
  "guide.shop-3":
    "Look at what changes, tick that no payment is under way, then write. Should it not work, the old settings come back.",
  "guide.shop-done":
    "The new settings were written and read back. With your own terminal it is the same: plug it in, choose it, fix it.",
  "guide.install-1":
    "On the left, under Demo terminals, choose the one that cannot reach its host. Your own appears there too, once it is plugged in.",
  "guide.install-2":
    "In the settings, the ruler shows the router outside the network. Set the router address to 192.168.1.1, then press Check and write.",
  "guide.install-3": "Each change stands here as now and new. Tick that no payment is under way, then write.",
  "guide.install-done":
    "Written, tested and read back. Whatever you write to any terminal is kept in the history, and can be undone there.",
  "guide.repair-1":
    "On the left, under Demo terminals, choose the one that cannot reach its host. Any other port can be typed below.",
  "guide.repair-2":
    "Open “Why does it fail?” and start the check: the terminal tries its way step by step, and each cause comes with what speaks for it. Then go to the logs.",
  "guide.repair-3":
    "Read the terminal's log. Card numbers are masked before they reach this window. Saved log files can be dropped here as well.",
  "guide.repair-done":
    "Those are the main tools. The raw console and every action are also found with Ctrl+K (⌘K on a Mac).",
} as const;
