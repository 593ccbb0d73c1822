// Read by whatever Node is installed, so in the oldest words: no syntax and no module newer than Node 14.
const OLDEST = 20;

if (Number(process.versions.node.split('.')[0]) < OLDEST) {
  console.error(
    'This needs Node.js ' +
      OLDEST +
      ' or newer, and this is ' +
      process.version +
      '. Install it from https://nodejs.org and start again.',
  );
  process.exit(1);
}
