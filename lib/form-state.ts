/** What a form's action answered: nothing yet, done, or why not, with what was typed so that nothing is lost. */
export type FormState =
  | null
  | { done: true; message?: string; result?: Record<string, string> }
  | {
      done: false;
      message: string;
      fields: Record<string, string>;
      values: Record<string, unknown>;
      /** Whether they are to say again that it is them: the same form then goes through. */
      confirm?: true;
    };
