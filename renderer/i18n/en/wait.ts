export const waitEn = {
  "wait.seconds": "about {count} s left",
  "wait.minutes": "about {count} min left",
  "wait.soon": "almost done",
  "wait.longer": "longer than usual",
} as const;
