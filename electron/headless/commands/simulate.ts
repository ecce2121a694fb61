import { createVoice, type Voice } from "../console-voice.ts";
export function simulate(
  _family: string,
  _options: { link?: string | undefined; listen?: string | undefined },
  _voice: Voice,
): Promise<number> {
  void createVoice;
  return Promise.resolve(70);
}
