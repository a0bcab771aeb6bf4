"use client";

import type { Editor } from "@tiptap/react";
import { useCallback, useRef, useState } from "react";
import { insertBlock } from "./blocks";
import { firstUseOf } from "./picking";
import { usePictures } from "./pictures";
import { uploadPicture } from "./upload-picture";

export type PictureUpload = { key: number; name: string; part: number; refused?: string };

/** The pictures that were pasted or dropped into the story and are on their way; each stands where it was put once it is there. */
export function usePictureUploads() {
  const [uploads, setUploads] = useState<PictureUpload[]>([]);
  const count = useRef(0);
  const { add } = usePictures();

  const change = useCallback((key: number, to: Partial<PictureUpload> | null) => {
    setUploads((before) =>
      before.flatMap((each) => (each.key === key ? (to === null ? [] : { ...each, ...to }) : each)),
    );
  }, []);

  const upload = useCallback(
    async (editor: Editor, files: File[], at: number) => {
      let position = at;
      const follow = ({ transaction }: { transaction: { mapping: { map: (position: number) => number } } }) => {
        position = transaction.mapping.map(position);
      };
      editor.on("transaction", follow);
      try {
        for (const file of files) {
          const key = ++count.current;
          setUploads((before) => [...before, { key, name: file.name, part: 0 }]);
          try {
            const asset = await uploadPicture(file, (part) => change(key, { part }));
            add(asset.sources);
            change(key, null);
            if (editor.isDestroyed) return;
            insertBlock(editor, { type: "picture", attrs: firstUseOf(asset) }, position);
          } catch (error) {
            change(key, { refused: error instanceof Error ? error.message : "This file was refused." });
          }
        }
      } finally {
        editor.off("transaction", follow);
      }
    },
    [add, change],
  );

  return { uploads, upload, dismiss: useCallback((key: number) => change(key, null), [change]) };
}
