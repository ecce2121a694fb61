// The register's calls as transactions of one store, whichever database that is.
import { type Result, succeed } from "../../core/failures/result.ts";
import { claimRow, claimsOf, renewClaims, reopenRow, settle, takeOverRow } from "./claims.ts";
import { changeRow, closePlan, keepPlan, listAddresses, listPlans, listRows, readPlan } from "./plans.ts";
import type { Claims, Plans, Register, SettleOutcome } from "./register.ts";
import type { Store } from "./store.ts";
import { findTerminal, listEntries, note, replaceTerminal, searchTerminals } from "./terminal-rows.ts";
import type { Terminals } from "./terminals.ts";

export class SqlRegister implements Register {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  keepPlan: Plans["keepPlan"] = (plan) => this.#store.write((within) => keepPlan(this.#store, within, plan));
  listPlans: Plans["listPlans"] = () => this.#store.read(listPlans);
  readPlan: Plans["readPlan"] = (id) => this.#store.read((database) => readPlan(database, id));
  listRows: Plans["listRows"] = (query) => this.#store.read((database) => listRows(database, query));
  changeRow: Plans["changeRow"] = (change) => this.#store.write((within) => changeRow(this.#store, within, change));
  closePlan: Plans["closePlan"] = ({ planId }) => this.#store.write((within) => closePlan(this.#store, within, planId));
  listAddresses: Plans["listAddresses"] = (site) => this.#store.read((database) => listAddresses(database, site));

  claimRow: Claims["claimRow"] = (wish) => this.#store.write((within) => claimRow(this.#store, within, wish));
  claimsOf: Claims["claimsOf"] = (benchId) => this.#store.read((database) => claimsOf(database, benchId));
  renewClaims: Claims["renewClaims"] = (benchId) =>
    this.#store.write((within) => renewClaims(this.#store, within, benchId));
  takeOverRow: Claims["takeOverRow"] = (wish) => this.#store.write((within) => takeOverRow(this.#store, within, wish));
  reopenRow: Claims["reopenRow"] = (wish) => this.#store.write((within) => reopenRow(this.#store, within, wish));
  finishRow: Claims["finishRow"] = (settlement) => this.#settle({ settlement, ending: "finished", why: null });
  stopRow: Claims["stopRow"] = ({ why, ...settlement }) => this.#settle({ settlement, ending: "stopped", why });
  releaseRow: Claims["releaseRow"] = (settlement) =>
    this.#settle({ settlement: { ...settlement, result: null }, ending: "released", why: null });

  note: Terminals["note"] = (entry) => this.#store.write((within) => note(within, entry));
  searchTerminals: Terminals["searchTerminals"] = (search) =>
    this.#store.read((database) => searchTerminals(database, search));
  findTerminal: Terminals["findTerminal"] = (serialNumber) =>
    this.#store.read((database) => findTerminal(database, serialNumber));
  listEntries: Terminals["listEntries"] = (query) => this.#store.read((database) => listEntries(database, query));
  replaceTerminal: Terminals["replaceTerminal"] = (replacement) =>
    this.#store.write((within) => replaceTerminal(within, replacement));

  /** Whatever it was told stands. */
  reconcile: Register["reconcile"] = async () => succeed({ waiting: 0, refused: 0, failure: null });

  close(): Promise<void> {
    return this.#store.close();
  }

  #settle(told: Parameters<typeof settle>[2]): Promise<Result<SettleOutcome>> {
    return this.#store.write((within) => settle(this.#store, within, told));
  }
}
