"use client";

import type { Editor } from "@tiptap/react";
import { useCallback, useRef, useState } from "react";
import { sendFile } from "@/components/newsroom/media/send-file";
import { insertBlock } from "./blocks";
import { firstUseOf } from "./picking";
import { usePictures } from "./pictures";

export type PictureUpload = { key: number; name: string; part: number; refused?: string };

/**
 * The pictures that were pasted or dropped into the story and are on their way. Each stands where it was put once it is
 * there, however the text has moved meanwhile; one that is refused keeps its reason in sight and stops no other.
 */
export function usePictureUploads() {
  const [uploads, setUploads] = useState<PictureUpload[]>([]);
  const count = useRef(0);
  const { add } = usePictures();

  const change = useCallback((key: number, to: Partial<PictureUpload> | null) => {
    setUploads((all) => all.flatMap((each) => (each.key !== key ? each : to === null ? [] : { ...each, ...to })));
  }, []);

  const upload = useCallback(
    async (editor: Editor, files: File[], at: number) => {
      let position = at;
      const follow = ({ transaction }: { transaction: { mapping: { map: (position: number) => number } } }) => {
        position = transaction.mapping.map(position);
      };
      const started = files.map((file) => ({ key: ++count.current, file }));
      setUploads((all) => [...all, ...started.map(({ key, file }) => ({ key, name: file.name, part: 0 }))]);
      editor.on("transaction", follow);
      for (const { key, file } of started) {
        const sent = await sendFile(file, (part) => change(key, { part }), new AbortController().signal);
        if ("reason" in sent) {
          change(key, { refused: sent.reason });
          continue;
        }
        if (sent.asset.kind !== "picture") {
          change(key, { refused: "It is in the library. Put it into the story from the Insert menu." });
          continue;
        }
        add([sent.asset]);
        change(key, null);
        if (!editor.isDestroyed) insertBlock(editor, { type: "picture", attrs: firstUseOf(sent.asset) }, position);
      }
      editor.off("transaction", follow);
    },
    [add, change],
  );

  return { uploads, upload, dismiss: useCallback((key: number) => change(key, null), [change]) };
}
