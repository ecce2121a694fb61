// Who holds which address. A site's address is held once: by a row of a plan, by a terminal, or by both when they belong
// together.
import type { HeldAddress, PlanRow } from "./register.ts";
import type { Within } from "./store.ts";

/** Rows of a statement: both databases limit the values of one. */
export const batch = 500;

interface Wanted {
  readonly site: string;
  readonly address: string;
  readonly place: number;
  readonly serialNumber: string | null;
}

/** What stands in the way; empty when the rows hold their addresses now. Otherwise the transaction is to be undone. */
export async function holdAddresses(
  within: Within,
  planId: string,
  rows: readonly PlanRow[],
): Promise<readonly HeldAddress[]> {
  const wanted = new Map<string, Wanted>();
  for (const { site, addresses, place, serialNumber } of rows) {
    for (const address of addresses) {
      const key = nameAddress({ site, address });
      const other = wanted.get(key);
      if (other !== undefined) return [{ site, address, planId, place: other.place, serialNumber: other.serialNumber }];
      wanted.set(key, { site, address, place, serialNumber });
    }
  }
  // In one order for all benches: two that want the same two addresses would wait for each other.
  const ordered = [...wanted.keys()].toSorted().flatMap((key) => wanted.get(key) ?? []);
  const held: HeldAddress[] = [];
  for (let start = 0; start < ordered.length; start += batch) {
    held.push(...(await holdSome(within, planId, ordered.slice(start, start + batch))));
  }
  return held;
}

async function holdSome(within: Within, planId: string, some: readonly Wanted[]): Promise<readonly HeldAddress[]> {
  const inserted = await within
    .insertInto("addresses")
    .values(
      some.map(({ site, address, place, serialNumber }) => ({
        ...{ site, address, place },
        plan: planId,
        serial_number: serialNumber,
      })),
    )
    .onConflict((conflict) => conflict.columns(["site", "address"]).doNothing())
    .returning(["site", "address"])
    .execute();
  const got = new Set(inserted.map(nameAddress));
  const held: HeldAddress[] = [];
  for (const wish of some) {
    if (got.has(nameAddress(wish))) continue;
    const holder = await findHolder(within, wish);
    if (holder === null || !isSameHolder(holder, wish)) held.push(holder ?? { ...wish, planId: null });
    else await moveAddress(within, planId, wish);
  }
  return held;
}

async function findHolder(within: Within, { site, address }: Wanted): Promise<HeldAddress | null> {
  const row = await within
    .selectFrom("addresses")
    .selectAll()
    .where("site", "=", site)
    .where("address", "=", address)
    .executeTakeFirst();
  return row === undefined ? null : toHeld(row);
}

/** The terminal keeps what it has, whichever plan says so. */
function isSameHolder(holder: HeldAddress, wish: Wanted): boolean {
  return holder.serialNumber !== null && holder.serialNumber === wish.serialNumber;
}

async function moveAddress(within: Within, planId: string, { site, address, place }: Wanted): Promise<void> {
  await within
    .updateTable("addresses")
    .set({ plan: planId, place })
    .where("site", "=", site)
    .where("address", "=", address)
    .execute();
}

/** What a row held before it was changed. */
export async function freeAddresses(
  within: Within,
  row: { readonly planId: string; readonly place: number },
): Promise<void> {
  await within.deleteFrom("addresses").where("plan", "=", row.planId).where("place", "=", row.place).execute();
}

export function toHeld(row: {
  readonly site: string;
  readonly address: string;
  readonly plan: string | null;
  readonly place: number | null;
  readonly serial_number: string | null;
}): HeldAddress {
  return {
    site: row.site,
    address: row.address,
    planId: row.plan,
    place: row.place,
    serialNumber: row.serial_number,
  };
}

function nameAddress({ site, address }: { readonly site: string; readonly address: string }): string {
  return JSON.stringify([site, address]);
}
