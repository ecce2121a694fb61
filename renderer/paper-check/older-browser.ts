// What the rules use and Chrome 109 does not have yet. Imported first.

function toSorted<Item>(this: readonly Item[], compare?: (one: Item, other: Item) => number): Item[] {
  return Array.from(this).sort(compare);
}

if (!("toSorted" in Array.prototype)) {
  Object.defineProperty(Array.prototype, "toSorted", { value: toSorted, writable: true, configurable: true });
}
