// Keeps what Node made of the TypeScript sources (`.cache/compiled`, of this user's): the next start neither loads its compiler,
// which takes 28 MB, nor waits for it. Where nothing can be kept, all goes on as without it. Plain JavaScript, as assert-node.js is.
import module from "node:module";
import { join } from "node:path";

module.enableCompileCache?.(join(import.meta.dirname, "../.cache/compiled"));
