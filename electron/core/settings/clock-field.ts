// Apart from how assignments are read, so that whoever only asks for a name loads nothing else.

/** `clock`: `now` is this PC's time at the moment of writing. */
export const clockField = "clock";

/** Seconds that a clock may differ from this PC's and still count as set. */
export const clockTolerance = 2;

/** In place of an interface's name, for what the terminal has only once. */
export const wholeTerminal = "";
