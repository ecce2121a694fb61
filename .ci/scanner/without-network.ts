// Loaded before the scanner: it asks for newer texts and release lists at each start, and ends badly where it gets none.
import { registerHooks } from "node:module";

/** A name for what stands in for its HTTP client. */
const refused = new URL("./refused.cjs", import.meta.url).href;
const source = 'module.exports = () => Promise.reject(new Error("The scanner has no network here."));';

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === "got" ? { url: refused, format: "commonjs", shortCircuit: true } : next(specifier, context),
  load: (url, context, next) =>
    url === refused ? { format: "commonjs", source, shortCircuit: true } : next(url, context),
});
