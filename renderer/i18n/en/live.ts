/** A terminal's log as it is written, and files that grow while they are open. */
export const liveEn = {
  "live.follow": "Follow live",
  "live.on": "Following {name}",
  "live.stopped": "Stopped following {name}",
  "live.asked": "Following {name} ended: the terminal was asked something else",
  "live.over": "{name} ended its log",
  "live.full": "Following {name} ended: 1 GB of it is here. Save it, close it and follow anew",
  "live.failed": "Following {name} ended: {why}. The lines until then are here",
  "live.pause": "Pause",
  "live.resume": "Go on",
  "live.stop": "Stop",
  "live.again": "Follow on",
  "live.connect-first": "Connect again to follow on",
  "live.masked": "Masked: {count}",
  "live.lost": "{count} lines came too fast and are missing",
  "live.new-lines": "New lines: {count}",
  "live.waiting": "Waiting for the first line. Whatever the terminal writes from now on appears here.",
} as const;
