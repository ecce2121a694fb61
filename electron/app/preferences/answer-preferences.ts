// The commands of the preferences: one file, one secret that somebody else keeps.
import {
  type AppPreferences,
  type preferencesCommands,
  preferencesSchema,
  type PreferencesStatus,
} from "../../contract/preferences.ts";
import type { Output } from "../../contract/commands.ts";
import type { Handlers } from "../../contract/server.ts";
import type { windowPreferenceCommands, WindowPreferences } from "../../contract/window-preferences.ts";
import { makeFailure } from "../../core/failures/failure.ts";
import type { Localized } from "../../core/failures/localized.ts";
import { fail, type Result, succeed } from "../../core/failures/result.ts";
import { refuseInput } from "../files/invalid-input.ts";
import { parsePreferences, PreferencesFile, printPreferences } from "./preferences-file.ts";
import { keepInEnvironment, type SecretKeeper } from "./secret-keeper.ts";

/** What became of the file of an update. */
export type TakenUpdate = Output<"preferences.take-update">["outcome"];
export type TakeUpdate = () => Promise<Result<TakenUpdate>>;

export interface PreferencesParts {
  readonly file: PreferencesFile;
  readonly secret: SecretKeeper;
  readonly isDesktop: boolean;
  /** Null or left out: an update cannot be installed from a file here. */
  readonly takeUpdate?: TakeUpdate | null;
}

/** Without the desktop: the file, and what the environment holds. */
export function openPreferences(
  path: string,
  environment: Readonly<Record<string, string | undefined>>,
): PreferencesParts {
  return { file: new PreferencesFile(path), secret: keepInEnvironment(environment), isDesktop: false };
}

/** What kinds of database a register can be kept in. */
const databases = /^(?:postgres|postgresql):$/;

const noKey: Localized = {
  "en": "it was built without the key that updates are checked with",
  "zh-CN": "构建时没有放入检查更新用的公钥",
};

type PreferencesHandlers = Pick<Handlers, keyof typeof preferencesCommands | keyof typeof windowPreferenceCommands>;

export function answerPreferences({
  file,
  secret,
  isDesktop,
  takeUpdate = null,
}: PreferencesParts): PreferencesHandlers {
  const tell = async (done: Result<unknown> = succeed(null)): Promise<Result<PreferencesStatus>> =>
    done.ok
      ? succeed({
          preferences: file.preferences,
          setAside: file.setAside,
          databaseUrl: { isSet: (await secret.read()) !== null, keeper: secret.keeper },
          isDesktop,
          takesUpdates: takeUpdate !== null,
        })
      : done;
  return {
    "preferences.read": () => tell(),
    "preferences.window": async (change) => {
      const given = dropMissing(change);
      const { baudRate, ...wanted } = { ...pickWindow(file.preferences), ...given };
      const written =
        Object.keys(given).length === 0
          ? succeed(null)
          : file.write(preferencesSchema.parse({ ...file.preferences, ...wanted, line: { baudRate } }));
      return written.ok ? succeed(pickWindow(file.preferences)) : written;
    },
    "preferences.change": (change) =>
      tell(file.write(preferencesSchema.parse({ ...file.preferences, ...dropMissing(change) }))),
    "preferences.keep-database-url": async ({ url }) => {
      if (url !== null && !databases.test(URL.parse(url)?.protocol ?? "")) {
        return fail(makeFailure("input-invalid", { where: "postgres://", reason: "postgres://USER@HOST/DATABASE" }));
      }
      return tell(await secret.keep(url));
    },
    "preferences.take-update": async () => {
      const taken = takeUpdate === null ? fail(refuseInput("Counterpart", noKey)) : await takeUpdate();
      return taken.ok ? succeed({ outcome: taken.value }) : taken;
    },
    "preferences.export": async () => succeed({ text: printPreferences(file.preferences) }),
    "preferences.import": ({ text }) => {
      const parsed = parsePreferences(text);
      return tell(parsed === null ? fail(makeFailure("preferences-unreadable")) : file.write(parsed));
    },
  };
}

function pickWindow({ language, theme, role, guide, benchSounds, line }: AppPreferences): WindowPreferences {
  return { language, theme, role, guide, benchSounds, baudRate: line.baudRate };
}

function dropMissing<Change extends object>(change: Change): Partial<Change> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<Change>;
}
