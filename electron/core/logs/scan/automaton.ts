// Many literals at once over bytes (Aho and Corasick 1975), as one table: a state and a byte give the next state. ASCII
// letters match in both cases. Time is linear in the text whatever the literals are.

export interface Automaton {
  /** Column of each byte. */
  readonly columns: Uint8Array;
  readonly width: number;
  /** Row offsets: the next state's row begins at `next[row + column]`. */
  readonly next: Uint16Array | Uint32Array;
  /** Rows from here on are states in which a literal has just ended. */
  readonly firstEnd: number;
  /** Literals that end in a row, by row divided by width. */
  readonly ends: readonly (readonly number[])[];
}

interface Node {
  readonly children: Map<number, Node>;
  ends: number[];
  fail: Node | null;
  row: number;
}

export function buildAutomaton(literals: readonly Uint8Array[]): Automaton {
  const root = plant(literals);
  const order = link(root);
  const columns = assignColumns(literals);
  const width = Math.max(...columns) + 1;
  // States in which nothing ends come first, so that one comparison tells.
  const rows = [...order.filter(({ ends }) => ends.length === 0), ...order.filter(({ ends }) => ends.length > 0)];
  rows.forEach((node, index) => (node.row = index * width));
  const size = rows.length * width;
  const next = size < 0x10000 ? new Uint16Array(size) : new Uint32Array(size);
  // In order of depth: where a node has no child its failure's row, which is filled already, says where to go.
  for (const node of order) {
    if (node.fail !== null) next.copyWithin(node.row, node.fail.row, node.fail.row + width);
    for (const [byte, child] of node.children) next[node.row + (columns[byte] ?? 0)] = child.row;
  }
  const firstEnd = rows.find(({ ends }) => ends.length > 0)?.row ?? size;
  return { columns, width, next, firstEnd, ends: rows.map(({ ends }) => ends) };
}

function plant(literals: readonly Uint8Array[]): Node {
  const root = makeNode();
  literals.forEach((literal, index) => {
    let node = root;
    for (const byte of literal) {
      const lower = toLower(byte);
      const child = node.children.get(lower) ?? makeNode();
      node.children.set(lower, child);
      node = child;
    }
    node.ends.push(index);
  });
  return root;
}

/** Failure links; the nodes by depth. */
function link(root: Node): readonly Node[] {
  const order = [root];
  for (const node of order) {
    for (const [byte, child] of node.children) {
      let fail = node.fail;
      while (fail !== null && !fail.children.has(byte)) fail = fail.fail;
      child.fail = fail?.children.get(byte) ?? root;
      child.ends = [...child.ends, ...child.fail.ends];
      order.push(child);
    }
  }
  return order;
}

/** Bytes that no literal has share column 0. */
function assignColumns(literals: readonly Uint8Array[]): Uint8Array {
  const columns = new Uint8Array(256);
  let used = 0;
  for (const byte of literals.flatMap((literal) => Array.from(literal, toLower))) {
    if (columns[byte] === 0) columns[byte] = ++used;
  }
  for (let byte = 0x41; byte <= 0x5a; byte++) columns[byte] = columns[byte + 0x20] ?? 0;
  return columns;
}

function toLower(byte: number): number {
  return byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte;
}

function makeNode(): Node {
  return { children: new Map(), ends: [], fail: null, row: 0 };
}
