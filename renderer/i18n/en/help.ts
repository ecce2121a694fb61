// What is said beside the check itself: codes, care cards, packs that came, the technician's comparison.
export const helpEn = {
  "help.parts": "Parts of this screen",
  "help.part-check": "Check",
  "help.part-codes": "Look up a code",
  "help.part-care": "Care cards",
  "help.part-pack": "Open a pack",

  "codes.title": "What does a code mean?",
  "codes.text":
    "Answers of a host (field 39), PAX codes, modem errors (CME), Wi-Fi reasons, TLS alerts, Java exceptions, results of a call. By number or by word, in English or Chinese.",
  "codes.field": "Code or word",
  "codes.examples": "For example",
  "codes.found": "Codes that were found",
  "codes.count": "Found: {count}.",
  "codes.more": "{count} more are not shown; write more of it.",
  "codes.none": "No table has “{typed}”. It may be the terminal's own code: ask its maker.",
  "codes.unionpay": "UnionPay",
  "codes.table-older": "{acquirer}, older table",
  "codes.table-newer": "{acquirer}, newer table",
  "codes.cause": "Cause {cause}: {name}.",
  "codes.no-cause": "By itself it points to no cause.",
  "codes.call-acquirer": "Whom to call: the acquirer.",
  "codes.call-vendor": "Whom to call: the terminal's maker.",
  "codes.call-network-operator": "Whom to call: the network operator.",
  "codes.call-repair": "Whom to call: the repair service.",

  "care.title": "What keeps a terminal working",
  "care.subjects": "Subjects",
  "care.see": "More about it:",

  "packdesk.title": "Help somebody with a pack",
  "packdesk.text":
    "Open the ZIP that a shop saved here. You see what the shop sees and send back a file with the right settings. It fits that one terminal, as it was then, and the shop sees every change before anything is written.",
  "packdesk.open": "Open a pack (ZIP)",
  "packdesk.another": "Open another pack",
  "packdesk.made": "As of {when}",
  "packdesk.files": "What the pack holds",
  "packdesk.correct": "The right settings",
  "packdesk.difference": "What changes",
  "packdesk.same": "Nothing differs from the settings in the pack yet.",
  "packdesk.save": "Save the correction file",
  "packdesk.save-text":
    "Send it to the shop, in a chat or by mail. There: “Why does it fail?”, then “Open a correction file”.",
  "packdesk.unbound": "The pack holds no settings with a serial number, so no correction can be bound to it.",
} as const;
