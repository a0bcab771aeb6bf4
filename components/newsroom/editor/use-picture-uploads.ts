"use client";

import type { Editor } from "@tiptap/react";
import { useCallback, useRef, useState } from "react";
import { sendFile } from "@/components/newsroom/media/send-file";
import { insertBlock } from "./blocks";
import { firstUseOf } from "./picking";
import { usePictures } from "./pictures";

export type PictureUpload = { key: number; name: string; part: number; refused?: string };

/** A picture to put into the story: where, and what was said of it where it comes from. */
export type PictureToUpload = { file: File; at: number; alt?: string | null; caption?: string };

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
    async (editor: Editor, pictures: PictureToUpload[]) => {
      const started = pictures.map((picture) => ({ ...picture, key: ++count.current }));
      const follow = ({ transaction }: { transaction: { mapping: { map: (position: number) => number } } }) => {
        for (const picture of started) picture.at = transaction.mapping.map(picture.at);
      };
      setUploads((all) => [...all, ...started.map(({ key, file }) => ({ key, name: file.name, part: 0 }))]);
      editor.on("transaction", follow);
      for (const picture of started) {
        const { key, file } = picture;
        const sent = await sendFile(file, (part) => change(key, { part }), new AbortController().signal);
        if ("reason" in sent || sent.asset.kind !== "picture") {
          const inLibrary = "It is in the library. Put it into the story from the Insert menu.";
          change(key, { refused: "reason" in sent ? sent.reason : inLibrary });
          continue;
        }
        add([sent.asset]);
        change(key, null);
        const use = firstUseOf(sent.asset);
        const attrs = { ...use, alt: use.alt ?? picture.alt ?? null, caption: use.caption || (picture.caption ?? "") };
        if (!editor.isDestroyed) insertBlock(editor, { type: "picture", attrs }, picture.at);
      }
      editor.off("transaction", follow);
    },
    [add, change],
  );

  /** Says beside the pictures on their way what did not go. */
  const refuse = useCallback((name: string, refused: string) => {
    setUploads((all) => [...all, { key: ++count.current, name, part: 0, refused }]);
  }, []);

  return { uploads, upload, refuse, dismiss: useCallback((key: number) => change(key, null), [change]) };
}
