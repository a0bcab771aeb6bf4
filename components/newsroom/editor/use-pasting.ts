"use client";

import type { Editor } from "@tiptap/core";
import type { Node, Slice } from "@tiptap/pm/model";
import type { EditorProps } from "@tiptap/pm/view";
import { type RefObject, useMemo } from "react";
import { MAX_ALT, MAX_CAPTION } from "@/domain/media/asset";
import { cleanPaste, picturesIn } from "./paste/paste";
import { fileOfData, fileOfPage, markIn, type PastedPicture, picturesOfRtf } from "./paste/pictures";
import { sliceOfText } from "./paste/text";
import type { PictureToUpload } from "./use-picture-uploads";

type Given = {
  editor: RefObject<Editor | null>;
  upload: (editor: Editor, pictures: PictureToUpload[]) => Promise<void>;
  /** Asks whether pictures of other sites are to be taken. */
  offer: (editor: Editor, pictures: PictureToUpload[]) => void;
  /** Says what could not be done. */
  refuse: (name: string, reason: string) => void;
};

/** How the editor takes what is pasted and dropped, and the way to paste without looks, links and pictures. */
export function usePasting({ editor, upload, offer, refuse }: Given): {
  props: EditorProps;
  pastePlain: () => Promise<void>;
} {
  return useMemo(() => {
    /** Those in the HTML that is being pasted. */
    let pictures: PastedPicture[] = [];
    let pastes = 0;

    const take = (data: DataTransfer | null, at: number): boolean => {
      const files = picturesIn(data);
      if (files.length === 0 || !editor.current) return false;
      void upload(
        editor.current,
        files.map((file) => ({ name: file.name, source: file, at })),
      );
      return true;
    };

    /** Puts the text in, and has the pictures follow to their places. */
    const takeWithPictures = (slice: Slice, data: DataTransfer | null, at?: number): boolean => {
      const brought = pictures;
      pictures = [];
      const here = editor.current;
      if (brought.length === 0 || !here) return false;
      const { tr } = here.state;
      if (at === undefined) tr.replaceSelection(slice);
      else tr.replaceRange(at, at, slice);
      const places = new Map<string, number>();
      for (const { from, to, mark } of marksIn(tr.doc).reverse()) {
        tr.delete(from, to);
        for (const [other, place] of places) places.set(other, tr.mapping.maps.at(-1)?.map(place) ?? place);
        places.set(mark, from);
      }
      here.view.dispatch(tr.scrollIntoView().setMeta("paste", true).setMeta("uiEvent", "paste"));
      const files = filesBeside(data, brought);
      void filesOf(brought, files).then((found) => {
        if (here.isDestroyed) return;
        const ready: PictureToUpload[] = [];
        const elsewhere: PictureToUpload[] = [];
        const missing: string[] = [];
        for (const { picture, file } of found) {
          const { mark, name, src, alt, caption } = picture;
          const at = places.get(mark);
          const said = { name, alt: alt?.slice(0, MAX_ALT) ?? null, caption: caption.slice(0, MAX_CAPTION) };
          if (at !== undefined && file) ready.push({ ...said, at, source: file });
          else if (at !== undefined && /^https?:/i.test(src)) elsewhere.push({ ...said, at, source: src });
          else missing.push(name);
        }
        if (missing.length > 0) {
          const what = missing.length === 1 ? "1 picture" : `${missing.length} pictures`;
          refuse(`${what} could not be taken`, `Upload by hand: ${missing.join("; ")}.`);
        }
        if (elsewhere.length > 0) offer(here, elsewhere);
        if (ready.length > 0) void upload(here, ready);
      });
      return true;
    };

    const pastePlain = async () => {
      try {
        const text = await navigator.clipboard.readText();
        if (text) editor.current?.view.pasteText(text);
        else refuse("Nothing to paste", "The clipboard holds no text.");
      } catch {
        refuse(
          "Nothing was pasted",
          "The browser did not let this page read the clipboard. Allow it, or press Ctrl+Shift+V in the text.",
        );
      }
      editor.current?.view.focus();
    };

    const props: EditorProps = {
      transformPastedHTML: (html) => {
        const cleaned = cleanPaste(html);
        pictures = cleaned.pictures;
        return cleaned.html;
      },
      clipboardTextParser: (text, $context) => sliceOfText(text, $context.doc.type.schema, $context.marks()),
      handlePaste: (view, event, slice) => {
        pastes++;
        return takeWithPictures(slice, event.clipboardData) || take(event.clipboardData, view.state.selection.to);
      },
      handleDrop: (view, event, slice, moved) => {
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos ?? view.state.selection.to;
        const { dataTransfer } = event;
        return !moved && (take(dataTransfer, at) || takeWithPictures(slice, dataTransfer, at));
      },
      handleKeyDown: (_view, event) => {
        if (!event.shiftKey || !(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== "v") {
          return false;
        }
        // Most browsers paste plainly by themselves, and ask nobody. Where none comes of it, it is done by hand.
        const before = pastes;
        setTimeout(() => pastes === before && void pastePlain(), 150);
        return false;
      },
    };
    return { props, pastePlain };
  }, [editor, upload, offer, refuse]);
}

function marksIn(doc: Node): { from: number; to: number; mark: string }[] {
  const marks: { from: number; to: number; mark: string }[] = [];
  doc.descendants((node, position, parent) => {
    const mark = node.isText ? markIn(node.text ?? "") : null;
    if (!mark) return;
    const at = position + (node.text ?? "").indexOf(mark);
    // An empty paragraph keeps the place of a picture, but not within a list or table.
    const within = parent && doc.resolve(position);
    const isAlone = within && within.depth > 1 && parent.textContent.trim() === mark && siblings(within) > 1;
    if (isAlone) marks.push({ from: within.before(), to: within.after(), mark });
    else marks.push({ from: at, to: at + mark.length, mark });
  });
  return marks;
}

function siblings($position: ReturnType<Node["resolve"]>): number {
  return $position.node($position.depth - 1).childCount;
}

/** The files on the clipboard that are the pictures which the HTML only names, if they can be told to be them. */
function filesBeside(data: DataTransfer | null, pictures: PastedPicture[]): Map<string, File> {
  const named = pictures.filter(({ src }) => !/^(https?|data|blob):/i.test(src));
  const inRtf = picturesOfRtf(data?.getData("text/rtf") ?? "");
  const fromWord = /mso-|urn:schemas-microsoft-com/.test(data?.getData("text/html") ?? "");
  // Word adds a picture of all that was copied.
  const files = inRtf.length > 0 ? inRtf : fromWord ? [] : [...(data?.files ?? [])];
  if (files.length !== named.length) return new Map();
  return new Map(named.flatMap(({ mark }, index) => (files[index]?.size ? [[mark, files[index]]] : [])));
}

function filesOf(pictures: PastedPicture[], beside: Map<string, File>) {
  return Promise.all(
    pictures.map(async (picture) => {
      const { src, name, mark } = picture;
      const file = beside.get(mark) ?? fileOfData(src, name) ?? (await fileOfPage(src, name));
      return { picture, file };
    }),
  );
}
