// What an earlier push has left on the terminal, and how a confirmation that a power cut stopped is ended.
import { quote } from "../encode.ts";
import { findFolder, livingFunctions, marker } from "./kit.ts";

/** Only reads. Says `left PHASE held|free ID`, or `left nothing`. */
export function makeInspect(): string {
  return [
    findFolder,
    livingFunctions,
    `P=;[ -d $D ]&&P=begun;for n in armed fired confirmed kept restored failed;do [ -e $D/$n ]&&P=$n;done`,
    `I=$(cat $D/id 2>/dev/null);[ "$P" ]||{ [ -e ${marker} ]&&P=between&&read I<${marker};}`,
    `[ "$P" ]||{ echo left nothing;exit;}`,
    // In a folder for all, one that is somebody else's is not ours to believe.
    `H=free;[ ! -d $D ]||[ -O $D ]||{ I=;H=held;};l&&H=held`,
    "echo left $P $H ${I#\\#}",
  ].join("\n");
}

/** The marker is a script; it is believed only under the push's own id. */
export function makeComplete(id: string): string {
  return `M=${marker};read I<$M&&[ "$I" = ${quote(`#${id}`)} ]&&sh $M&&sync&&rm -f $M&&sync&&echo completed||echo other`;
}
