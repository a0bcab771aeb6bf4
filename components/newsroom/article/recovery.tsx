"use client";

import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { CONTENT_FIELDS } from "@/domain/articles/article";
import { namesOf, Sides } from "./comparison";
import type { Surroundings } from "./desk";
import { type DeviceCopy, forgetOnDevice, leftOnDevice } from "./device-copies";
import { differences } from "./differences";
import { sameContent } from "./same-content";
import type { Saver, SaverSnapshot } from "./saver";
import { timeToday } from "./time-today";

/** Offers what was written on this device and never got to the server, beside what stands there. */
export function Recovery({
  articleId,
  saver,
  draft,
  around,
}: {
  articleId: string;
  saver: Saver;
  draft: SaverSnapshot;
  around: Surroundings;
}) {
  const [left, setLeft] = useState<DeviceCopy[]>([]);
  const [comparing, setComparing] = useState(false);
  const staffId = around.actor.id;

  useEffect(() => {
    let over = false;
    void leftOnDevice({ articleId, staffId }).then((copies) => {
      if (over) return;
      const { content } = saver.current();
      const news = copies.filter((copy) => saysMore(copy, content));
      for (const copy of copies) if (!news.includes(copy)) void forgetOnDevice(copy.key);
      setLeft(news);
    });
    return () => {
      over = true;
    };
  }, [articleId, staffId, saver]);

  const [copy, ...others] = left;
  if (!copy) return null;
  const done = () => {
    setComparing(false);
    setLeft(others);
    void forgetOnDevice(copy.key);
  };
  const use = async () => {
    // What is typed here just now is not to be lost for it.
    await saver.flush();
    saver.recover(copy);
    done();
  };
  const when = timeToday(copy.at, around.timeZone);

  return (
    <>
      <Notice tone="warn" role="alert" className="flex flex-wrap items-center gap-3">
        <span className="flex-1 basis-60">
          What you wrote here at {when} did not get to the server. It is kept on this device.
        </span>
        <Button look="primary" onClick={() => setComparing(true)}>
          Compare
        </Button>
        <Button onClick={done}>Discard it</Button>
      </Notice>
      <Dialog
        wide
        title="Text kept on this device"
        intro={`You wrote this at ${when}, and it did not get to the server. Used, it becomes the text of the story again; what others wrote since in other fields stays.`}
        open={comparing}
        onOpenChange={setComparing}
      >
        <div className="grid gap-5">
          {differences(copy.content, draft.content, namesOf(around)).map((row) => (
            <section key={row.field} aria-label={row.field} className="grid gap-2">
              <h3 className="font-semibold">{row.field}</h3>
              <Sides
                mine={row.mine}
                theirs={row.theirs}
                titles={{ mine: "Kept on this device", theirs: "On the server" }}
              />
            </section>
          ))}
          <div className="sticky -bottom-6 -mx-6 -mb-6 flex flex-wrap gap-2 border-line border-t bg-raised px-6 py-4">
            <Button look="primary" onClick={() => void use()}>
              Use this text
            </Button>
            <Button look="danger" onClick={done}>
              Discard it
            </Button>
          </div>
        </div>
      </Dialog>
    </>
  );
}

/** Whether a copy has something that it was not written upon and that does not stand on the server. */
function saysMore({ content, base }: DeviceCopy, standing: DeviceCopy["content"]): boolean {
  return CONTENT_FIELDS.some(
    (field) => !sameContent(content[field], base[field]) && !sameContent(content[field], standing[field]),
  );
}
