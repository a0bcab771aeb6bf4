import { AsyncLocalStorage } from "node:async_hooks";

// What readers’ pages take of React besides components: where Next renders, React itself keeps it for a request.
const request = new AsyncLocalStorage<Map<unknown, Map<string, unknown>>>();

/** Does something as one request, in which each read is made once. */
export function asOneRequest<T>(work: () => T): T {
  return request.run(new Map(), work);
}

/** As React's `cache`: within one request the same question is asked once. */
export function cache<A extends unknown[], R>(read: (...args: A) => R): (...args: A) => R {
  return (...args) => {
    const all = request.getStore();
    if (!all) return read(...args);
    let answers = all.get(read) as Map<string, R> | undefined;
    if (!answers) {
      answers = new Map();
      all.set(read, answers);
    }
    const question = JSON.stringify(args);
    if (!answers.has(question)) answers.set(question, read(...args));
    return answers.get(question) as R;
  };
}
