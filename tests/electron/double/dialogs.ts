// Dialogs that nobody can see: each takes the next answer of ELECTRON_DOUBLE_ANSWERS, a JSON list, and is cancelled after them.
import type { MessageBoxReturnValue, OpenDialogReturnValue, SaveDialogReturnValue } from "electron";

const answers = JSON.parse(process.env["ELECTRON_DOUBLE_ANSWERS"] ?? "[]") as (string | number)[];

export const dialog = {
  showSaveDialog: async (): Promise<SaveDialogReturnValue> => {
    const answer = answers.shift();
    return answer === undefined ? { canceled: true, filePath: "" } : { canceled: false, filePath: String(answer) };
  },
  showOpenDialog: async (): Promise<OpenDialogReturnValue> => {
    const answer = answers.shift();
    return answer === undefined ? { canceled: true, filePaths: [] } : { canceled: false, filePaths: [String(answer)] };
  },
  showMessageBox: async (): Promise<MessageBoxReturnValue> => ({
    response: Number(answers.shift() ?? 0),
    checkboxChecked: false,
  }),
  showErrorBox: (title: string, content: string): void => {
    process.stderr.write(`${title}: ${content}\n`);
  },
};
