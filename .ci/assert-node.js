// Runs before everything else, also on the machine's own, older Node: therefore plain JavaScript.
const [major] = process.versions.node.split(".");

if (major !== "24") {
  process.stderr.write(
    `Counterpart needs Node 24, and this is ${process.version}. Run it through npm (npm run ..., npm test): ` +
      "its scripts use the Node that `npm ci` installs with the project.\n",
  );
  process.exit(1);
}
