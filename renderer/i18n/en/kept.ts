// What is said only of pulled logs, which come late; see late-words.ts.
export const keptEn = {
  "kept.title": "Whole logs",
  "kept.pull-new": "Pull what is new",
  "kept.pull-all": "Pull everything",
  "kept.nothing-new": "Nothing new since the last pull.",
  "kept.beginning": "Looking for the terminal's logs",
  "kept.pulling": "{source}: {done} of {all} kB",
  "kept.left": "{seconds} s left",
  "kept.count": "Kept on this PC: {count}",
  "kept.place": "In {folder}. Kept for {days} days, up to {size} MB; the oldest go first. Nothing leaves this PC.",
  "kept.holds": "{size} MB: {sources}",
  "kept.partial": "broken off, the rest comes with the next pull",
  "kept.open": "Open",
  "kept.open-named": "Open the logs of {at}",
  "kept.remove": "Delete",
  "kept.remove-named": "Delete the logs of {at}",
} as const;
