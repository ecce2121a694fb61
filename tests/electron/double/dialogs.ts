// Dialogs that nobody can see: each takes the next answer of answers.json in the user's folder, a JSON list that a test may
// write at any time, and is cancelled, or takes its first button, when there is none.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { MessageBoxReturnValue, OpenDialogReturnValue, SaveDialogReturnValue } from "electron";
import { app } from "./app.ts";

function takeAnswer(): string | number | undefined {
  const file = join(app.getPath("userData"), "answers.json");
  try {
    const [answer, ...rest] = JSON.parse(readFileSync(file, "utf8")) as (string | number)[];
    writeFileSync(file, JSON.stringify(rest));
    return answer;
  } catch {
    return undefined;
  }
}

export const dialog = {
  showSaveDialog: async (): Promise<SaveDialogReturnValue> => {
    const answer = takeAnswer();
    return answer === undefined ? { canceled: true, filePath: "" } : { canceled: false, filePath: String(answer) };
  },
  showOpenDialog: async (): Promise<OpenDialogReturnValue> => {
    const answer = takeAnswer();
    return answer === undefined ? { canceled: true, filePaths: [] } : { canceled: false, filePaths: [String(answer)] };
  },
  showMessageBox: async (): Promise<MessageBoxReturnValue> => ({
    response: Number(takeAnswer() ?? 0),
    checkboxChecked: false,
  }),
  showMessageBoxSync: (): number => Number(takeAnswer() ?? 0),
  showErrorBox: (title: string, content: string): void => {
    process.stderr.write(`${title}: ${content}\n`);
  },
};
