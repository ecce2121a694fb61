// What happened and what to do, in one or two sentences. `{name}` quotes a value of the failure's details.
export const failureTextsEn = {
  "port-missing": "The port {port} is not there. Check that the cable is plugged in, then list the ports again.",
  "port-busy": "The port {port} is being used by another program. Close that program, then try again.",
  "port-forbidden":
    "This user may not open {port}. On Linux, add the user to the group dialout (sudo usermod -aG dialout $USER) and sign in again.",
  "port-invalid":
    "{port} does not name a port: use a device such as /dev/ttyUSB0 or COM3, tcp:HOST:PORT, or demo:NAME.",
  "port-refused": "Nothing accepts connections at {port}. Check the address, the port number and the device server.",
  "port-lost": "The connection to {port} was lost. Plug the cable in again and start over.",
  "port-unusable": "The port {port} could not be opened: {reason}.",
  "no-answer":
    "Nothing answers on {port}. Check that the terminal is on, the cable carries data and the baud rate is right.",
  "line-garbled":
    "What arrives on {port} is not readable text. The baud rate ({baud}) is probably wrong; ask for the terminal's rate and use --baud.",
  "rate-unknown":
    "Something is said on {port}, but it is readable at none of the usual rates. Ask for the terminal's rate, parity and stop bits.",
  "console-off":
    "The console is switched off here: anything can be typed there. The desktop window has it; in a browser, start with counterpart serve --console.",
  "console-watching": "A session has the line of {port}, so nothing can be typed there. Disconnect first.",
  "console-holds": "The console has {port}. Close the console, then connect.",
  "bootloader":
    "The terminal stands in its boot loader ({prompt}). Nothing was typed there; restart the terminal and wait until it is up.",
  "still-booting": "The terminal is still starting. Nothing was sent to it; wait until it is up and try again.",
  "login-needed":
    "The terminal asks for a login. Give a user name with --login and the password with --password-env or --password-stdin.",
  "password-needed": "The terminal asks for the password of {user}. Give it with --password-env or --password-stdin.",
  "login-refused": "The terminal refused the login of {user}. It was tried once and will not be tried again by itself.",
  "password-echo": "The terminal would have shown the password on the line, so it was not typed.",
  "not-a-shell": "What answers on {port} is not a Linux shell ({heard}). This kind of terminal is not supported here.",
  "not-root": "The user {user} may not change network settings. Log in as root, or use --become sudo or --become su.",
  "become-refused":
    "The terminal did not let {user} become root with {way}. It was tried once and will not be tried again by itself.",
  "frame-corrupt":
    "The terminal's answer stayed damaged after {tries} tries. Check the cable and anything that disturbs the line.",
  "timed-out": "The terminal did not finish in {seconds} s ({step}).",
  "terminal-restarted":
    "The terminal restarted or logged out in the middle ({step}). Wait until it is up, then connect again.",
  "command-failed": "The terminal could not carry out a step ({step}): {reason}.",
  "answer-unreadable": "The terminal's answer to a question could not be understood ({step}).",
  "tools-missing":
    "The terminal has none of the tools that are needed to prove what was sent ({tools}), so nothing is written to it.",
  "capability-missing": "This terminal cannot do that ({capability}): {reason}",
  "command-forbidden": "Counterpart never sends {command} to a terminal. It was stopped before the line.",
  "family-unknown":
    "Something answers on {port}, but not in a language that is known here (heard: {heard}). Name the family with --family if you know it.",
  "android-bridge":
    "What answers on {port} is Android's debug bridge, which asks for a key. Android terminals cannot be read yet.",
  "description-needed": "Which terminal this is has to be said, by the name of its description: {known}.",
  "description-unaccepted":
    "The description {file} is not accepted as it is now, so nothing was sent. See its commands and accept it: counterpart profile accept {file}.",
  "service-refused": "The terminal refused the service {service}.",
  "stream-closed": "The terminal ended the conversation in the middle ({step}).",
  "parameter-missing":
    "The terminal's parameter file does not hold {key} exactly once, so it is not changed there. Nothing was changed.",
  "value-refused": "The value for {field} contains a character that must not reach a terminal ({character}).",
  "unknown-interface": "The terminal has no interface named {interface}. It has: {known}.",
  "unknown-field": "{field} is not a setting that can be changed here.",
  "unusable-value": "{value} is not a valid value for {field}: {reason}.",
  "not-writable":
    "The settings of {interface} are kept by {manager}, which cannot be written yet. Nothing was changed.",
  "rules-refuse":
    "The new settings would be wrong ({rule}). Nothing was changed. Use --override to push them all the same.",
  "no-correction": "There is nothing to correct by itself: no finding has exactly one best correction.",
  "plan-stale": "The terminal's settings changed since the plan was made. Nothing was changed; make a new plan.",
  "plan-unknown": "There is no plan with this digest. Make the plan again.",
  "terminal-busy": "The terminal is busy: another push is under way on it. Nothing was changed.",
  "push-unsettled":
    "An earlier change on this terminal was cut off, and the terminal was told to take it back. Nothing else was changed; read it and make a new plan.",
  "snapshot-unproven":
    "The terminal's settings were read twice in a row and were not the same. Nothing was changed; wait until it is quiet and try again.",
  "file-too-long": "The file {file} is longer than {bytes} bytes and cannot be changed here. Nothing was changed.",
  "restart-for-new":
    "The new settings are stored on the terminal, but it still runs others ({differs}). Restart the terminal, then connect again.",
  "restart-for-old":
    "The old settings are stored on the terminal, but it still runs others ({differs}). Restart the terminal, then connect again.",
  "settings-mixed":
    "The terminal has neither the old nor the new settings: {differs}. Read it, and push the settings that it shall have.",
  "records-damaged":
    "The file in which pushes are recorded ({file}) is damaged. Reading a terminal still works; the next push sets the file aside.",
  "records-set-aside":
    "The file in which pushes are recorded was damaged and has been set aside as {file}. Nothing was changed. If a push was cut off lately, read that terminal first; then push again.",
  "records-newer":
    "The file in which pushes are recorded ({file}) was written by a newer Counterpart. Nothing was changed; use that version.",
  "records-unwritable":
    "What a push does could not be recorded on this PC ({reason}), and what is not recorded is not pushed, so it did not go on. Make room or allow writing there, then try again.",
  "register-unreachable":
    "The shared register at {where} could not be reached ({reason}). Work on what is claimed goes on and is told there later; nothing new can be claimed until it is back.",
  "register-unwritable":
    "The register could not be read or written on this PC ({reason}). Make room or allow writing there, then try again.",
  "register-newer": "The register ({file}) was written by a newer Counterpart. Nothing was changed; use that version.",
  "register-set-aside":
    "The file of the register was damaged and has been set aside as {file}. A new one is begun with the next step; a backup can be restored.",
  "register-shared":
    "This PC works with a shared register on a server. Back it up and restore it there, for example with pg_dump and pg_restore.",
  "terminal-unregistered":
    "The register knows nothing of a terminal {serialNumber} that could be used here. Connect it and read it once.",
  "push-interrupted":
    "An earlier push on this terminal was cut off ({when}) and is not settled. Nothing was changed; settle it first: push --resume.",
  "push-unmatched":
    "The terminal has neither the settings from before the push that was cut off nor those it wanted. Read it; if the settings are right as they are, close the matter with push --resume --accept.",
  "push-unknown": "The history has no push {id} that could be meant here.",
  "other-terminal": "{id} belongs to another terminal ({serialNumber}). Nothing was changed.",
  "undo-moved-on":
    "The terminal's settings are no longer what that push left ({changed}). Nothing was changed; --insist takes it back all the same.",
  "undo-impossible": "What {field} was before that push cannot be written. Set it with push --set.",
  "tests-impossible":
    "The terminal cannot run the tests that were asked for: {reason} Nothing was changed; mark them as optional to push without.",
  "test-targetless": "The test {test} has no target: {reason}.",
  "backup-unsteady":
    "The settings changed while they were read ({what}), so this is not a backup. Wait until the terminal is at rest and try again.",
  "backup-incomplete":
    "The settings of {interface} could not be read, so this would not be a backup of everything. Log in as root, or see what read says of it.",
  "restore-nothing": "Nothing in the file fits this terminal: no interface has the same name and kind ({known}).",
  "passphrase-wrong": "The pass-phrase does not open the secrets in {file}, or the file was changed.",
  "file-exists":
    "The file {file} is there already and was left alone. Choose another name, or replace it with --force.",
  "session-unknown": "This session is closed. Connect again.",
  "session-busy": "The terminal is busy with another request of this session. Wait until it is done.",
  "verify-mismatch": "The terminal took the settings but reads back something else ({field}: {value}).",
  "reading-bounded":
    "The terminal has more than is looked at here: {interfaces} interfaces, {routes} routes and {others} other values are neither shown nor checked.",
  "address-taken":
    "Another device on the network already answers at {address}. Nothing was changed. Choose another address, or find that device.",
  "push-rolled-back": "The new settings did not hold ({step}). The old ones are back and were read back.",
  "state-unknown":
    "The connection was lost while settings were being changed, so it is not known which ones the terminal has. Connect again and read it.",
  "listen-failed":
    "The simulated terminal could not be served on {address}: {reason}. Choose another port with --listen.",
  "socat-missing":
    "A simulated terminal on a device ({link}) needs the program socat, which is not installed. On Debian: sudo apt install socat. Or serve it on TCP with --listen.",
  "link-failed": "The device {link} could not be made: {reason}. Choose another path with --link.",
  "file-unreadable": "The file {file} could not be read: {reason}.",
  "file-unwritable": "The file {file} could not be written: {reason}.",
  "input-invalid": "{where}: {reason}.",
  "draft-unknown": "This sheet is not at hand any more. Choose the file again.",
  "plan-has-errors": "The plan has {count} errors and was not kept. Put them right in the sheet and import it again.",
  "addresses-held":
    "The address {address} is held by another terminal or plan ({terminal}); {count} addresses in all. Nothing was kept.",
  "plan-not-kept": "The register has no plan {plan}, or it is closed.",
  "row-unreadable": "Row {place} of the plan was written by another version of Counterpart and cannot be read here.",
  "row-missing": "No row of the plan is for the terminal {serialNumber}. Nothing was changed on it.",
  "row-refused":
    "With what row {place} sets, the settings of this terminal would be wrong: {why} Nothing was changed. Correct the row, then try again.",
  "row-listed-twice":
    "The terminal {serialNumber} is in the plan more than once (rows {places}). Nothing was changed on it.",
  "row-taken": "The terminal {serialNumber} is being set at the bench {bench}. Nothing was changed here.",
  "row-being-set":
    "Row {place} is being set now ({operator}, {bench}), with what it said when that began. Correct it when that is over: it counts the next time.",
  "row-done": "The terminal of row {place} is done. What it has is changed on the terminal itself.",
  "row-stale": "Somebody has changed row {place} since it was opened here. It is shown as it is now.",
  "row-lost":
    "The row of the terminal {serialNumber} was taken over by another bench meanwhile ({bench}). Look at the terminal: it has the settings of this bench.",
  "rows-gone":
    "No row is left for the terminal {serialNumber}: all that were for whichever terminal comes next are taken.",
  "serial-differs":
    "The scanned serial number {scanned} is not the one that the terminal reports ({reported}). Nothing was changed on it.",
  "serial-untold": "The terminal does not tell its whole serial number. Scan its label for this slot.",
  "serial-on-two-slots":
    "The terminal {serialNumber} is being set on another slot ({slot}). Two terminals with one serial number cannot be told apart; nothing was changed here.",
  "interface-unmatched": "The terminal has no interface that fits its row ({wanted}). Nothing was changed on it.",
  "register-changed":
    "This run goes on with the register that it began with. The other address counts from the next run on.",
  "description-unfit":
    "The terminal {serialNumber} does not answer as the description {profile} says that its row names. Correct the row, or take the terminal that it is for.",
  "pdf-unmade":
    "The PDF was not made ({reason}). An installed browser makes it: Chromium, Chrome or Edge. Save it as .html instead, open that and print it.",
  "run-active": "A provisioning run is under way. Pause and end it first.",
  "run-idle": "No provisioning run is under way.",
  "slot-unknown": "There is no slot {slot} that could be meant.",
  "row-keeps-failing":
    "Setting the terminal was begun {tries} times and never came to an end. Look at its power and its cable, then try again.",
  "version-mismatch": "The two sides of Counterpart are of different versions ({ours} and {theirs}). Start it again.",
  "link-closed": "The connection inside Counterpart was closed.",
  "page-not-admitted":
    "This page was not let in: its address works once, and only while Counterpart runs. Start Counterpart again.",
  "preferences-unwritable":
    "The preferences could not be saved in {file}: {reason}. They stay as they were; make room or choose another folder.",
  "preferences-unreadable": "This is no file of Counterpart's preferences, or it was changed. Nothing of it was used.",
  "secret-unkept":
    "This system has no protected place for passwords, so the address was not kept. Set COUNTERPART_DATABASE_URL where Counterpart is started.",
  "page-occupied": "Counterpart is already open in another window. Close that window, then try again.",
  "cancelled": "Stopped as asked.",
  "internal": "Counterpart made a mistake of its own ({reason}). Nothing more was sent to the terminal.",
} as const;
