const LOWEST_NODE = [22, 12] as const;

/**
 * better-sqlite3 ends in a segmentation fault below this: it must be said before a database is opened.
 * @throws an Error of one line
 */
export function requireNode(): void {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < LOWEST_NODE[0] || (major === LOWEST_NODE[0] && minor < LOWEST_NODE[1])) {
    throw new Error(
      `it needs Node ${LOWEST_NODE.join(".")} or later, and this is ${process.versions.node}: use "npm run up"`,
    );
  }
}
