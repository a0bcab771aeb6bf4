import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";

/**
 * A key that comes right after another is meant for what that one selected. Browsers move the selection at once and tell
 * of it later, on a busy machine after the next key: the editor is told before it looks at a key.
 */
export const FreshSelection = Extension.create({
  name: "freshSelection",
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleDOMEvents: {
          keydown: (view, event) => {
            if (!event.isComposing) view.dom.ownerDocument.dispatchEvent(new Event("selectionchange"));
            return false;
          },
        },
      },
    }),
  ],
});
