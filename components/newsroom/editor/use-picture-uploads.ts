"use client";

import type { Editor } from "@tiptap/react";
import { useCallback, useRef, useState } from "react";
import { giveUp } from "@/components/newsroom/media/sending";
import { arrive, take } from "@/components/newsroom/media/taking";
import { firstUseOf } from "@/domain/articles/body";
import type { AssetSummary } from "@/domain/media/asset";
import { insertBlock } from "./blocks";
import { usePictures } from "./pictures";

export type PictureUpload = {
  key: number;
  name: string;
  part: number;
  refused?: string;
  /** What may be done besides, and what to know before: each by a button. */
  offer?: { hint: string; deeds: { words: string; run: () => void }[] };
};

/** A picture to put into the story: its file or address, where it belongs, and what was said of it where it comes from. */
export type PictureToUpload = {
  name: string;
  source: File | string;
  at: number;
  alt?: string | null;
  caption?: string;
};

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
      setUploads((all) => [...all, ...started.map(({ key, name }) => ({ key, name, part: 0 }))]);
      const unfollow = follow(editor, started);
      const put = (picture: (typeof started)[number], asset: AssetSummary) => {
        const { key } = picture;
        if (asset.kind !== "picture") {
          return change(key, { refused: "It is in the library. Put it into the story from the Insert menu." });
        }
        add([asset]);
        change(key, null);
        // What came with the paste stands in for what the library does not say.
        const attrs = {
          ...firstUseOf(asset),
          ...(asset.alt === null && picture.alt && { alt: picture.alt }),
          ...(!asset.caption && picture.caption && { caption: picture.caption }),
        };
        if (!editor.isDestroyed) insertBlock(editor, { type: "picture", attrs }, picture.at);
      };
      const waiting: Promise<void>[] = [];
      for (const picture of started) {
        const { key, source } = picture;
        try {
          const sent = await arrive(source, (part) => change(key, { part }));
          const taken = await take(sent, false);
          if ("asset" in taken) put(picture, taken.asset);
          // It waits for somebody to choose: the others do not.
          else {
            const chosen = chosenOf(taken.alike, sent, (offer) => change(key, { offer }));
            waiting.push(
              chosen.then(
                (asset) => put(picture, asset),
                ({ message }: Error) => change(key, { refused: message }),
              ),
            );
          }
        } catch (error) {
          change(key, { refused: (error as Error).message });
        }
      }
      await Promise.allSettled(waiting);
      unfollow();
    },
    [add, change],
  );

  /** Asks whether pictures that stand on other sites are to be taken from there. */
  const offer = useCallback(
    (editor: Editor, pictures: PictureToUpload[]) => {
      const waiting = pictures.map((picture) => ({ ...picture }));
      const unfollow = follow(editor, waiting);
      const key = ++count.current;
      const name = `${waiting.length} ${waiting.length === 1 ? "picture stands" : "pictures stand"} on another site`;
      const hint = `${waiting.map((picture) => picture.name).join("; ")}. Bring in only what the paper may show.`;
      const bringIn = () => {
        change(key, null);
        unfollow();
        void upload(editor, waiting);
      };
      setUploads((all) => [
        ...all,
        { key, name, part: 0, offer: { hint, deeds: [{ words: "Bring in", run: bringIn }] } },
      ]);
    },
    [change, upload],
  );

  /** Says beside the pictures on their way what did not go. */
  const refuse = useCallback((name: string, refused: string) => {
    setUploads((all) => [...all, { key: ++count.current, name, part: 0, refused }]);
  }, []);

  return { uploads, upload, offer, refuse, dismiss: useCallback((key: number) => change(key, null), [change]) };
}

/** Which picture is meant where others look like what came: asked for by an offer. */
function chosenOf(
  alike: AssetSummary[],
  upload: string,
  offer: (offer: PictureUpload["offer"]) => void,
): Promise<AssetSummary> {
  const [likest] = alike;
  return new Promise((resolve, reject) => {
    const chooses = (words: string, asset: () => Promise<AssetSummary> | AssetSummary) => ({
      words,
      run: () => {
        offer(undefined);
        Promise.resolve(asset()).then(resolve, reject);
      },
    });
    const instead = (asset: AssetSummary) => {
      giveUp(upload);
      return asset;
    };
    offer({
      hint: `It looks like ${likest?.filename ?? "another"} in the library.`,
      deeds: [
        ...(likest ? [chooses("Use that one", () => instead(likest))] : []),
        chooses("Keep both", async () => {
          const taken = await take(upload, true);
          if ("asset" in taken) return taken.asset;
          throw new Error("It was not taken.");
        }),
      ],
    });
  });
}

/** Keeps places where they belong, however the text moves. @returns what ends that */
function follow(editor: Editor, pictures: { at: number }[]): () => void {
  const move = ({ transaction }: { transaction: { mapping: { map: (position: number) => number } } }) => {
    for (const picture of pictures) picture.at = transaction.mapping.map(picture.at);
  };
  editor.on("transaction", move);
  return () => editor.off("transaction", move);
}
