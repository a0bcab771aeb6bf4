import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { type Story, storyOf } from "./watch";

/** Who does something to a story, in a process of their own. */
export type Writer = { story: Story; perform: (deed: number) => Promise<void>; end: () => void };

/**
 * Starts a process that publishes, updates and unpublishes a story of its own.
 * @param how by the domain's verbs, as the command line does; or by plans that the paper's jobs carry out
 */
export async function startWriter(env: NodeJS.ProcessEnv, how: "verbs" | "jobs"): Promise<Writer> {
  const [mark, slug] = [`${how}deed`, `bench-${how}`];
  const program = path.join(import.meta.dirname, "writer.ts");
  const child: ChildProcess = fork(program, { env: { ...env, MARK: mark, SLUG: slug, HOW: how } });
  const gone = once(child, "exit");
  const answered = () =>
    Promise.race([
      once(child, "message"),
      gone.then(() => {
        throw new Error(`The writer by ${how} ended`);
      }),
    ]);
  await answered();
  return {
    story: storyOf(mark, `/harbour/${slug}`),
    perform: async (deed) => {
      const done = answered();
      child.send(deed);
      await done;
    },
    end: () => child.disconnect(),
  };
}
