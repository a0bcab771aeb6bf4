"use client";

import { useRef, useState } from "react";
import { useLeaving } from "@/components/newsroom/use-leaving";
import { Checkbox, TextField } from "@/components/ui/field";
import { ActionForm, type FormAction } from "@/components/ui/form";
import type { Body } from "@/domain/articles/body";
import type { KeptAbout } from "@/domain/settings/about";
import { AboutTextField } from "./about-text-field";

/**
 * A page about the paper: its title, its text, and whether readers see it. Nobody overwrites what they have not seen: each
 * save names the one that it was written upon, which the page as shown anew does not change.
 * @param suggested the title of a page that nobody has written yet.
 */
export function AboutForm({ action, page, suggested }: { action: FormAction; page: KeptAbout; suggested: string }) {
  const [upon, setUpon] = useState(page.editedAt);
  const [kept, setKept] = useState(page.live);
  const [live, setLive] = useState(page.live);
  const [body, setBody] = useState(page.body);
  // How often something was changed, until now and until the last save: what is typed while one goes on is not in it.
  const [changes, setChanges] = useState(0);
  const [saved, setSaved] = useState(0);
  const sent = useRef(0);
  const changed = () => setChanges((before) => before + 1);
  useLeaving(changes > saved);

  return (
    <div
      onSubmitCapture={() => {
        sent.current = changes;
      }}
    >
      <ActionForm
        action={action}
        hidden={{ slug: page.slug, since: upon, body: JSON.stringify(body) }}
        submit={deedOf(kept, live)}
        done={doneOf(kept)}
        keep
        onDone={(result) => {
          setUpon(result?.since ?? upon);
          setKept(result?.live === "yes");
          setSaved(sent.current);
        }}
        className="grid max-w-3xl gap-5"
      >
        {({ error }) => (
          <>
            <TextField
              label="Title"
              name="title"
              required
              maxLength={120}
              defaultValue={page.title || suggested}
              onChange={changed}
              error={error("title")}
            />
            <AboutTextField
              initially={page.body}
              error={error("body")}
              onChange={(next: Body) => {
                setBody(next);
                changed();
              }}
            />
            <Checkbox
              label="Readers see this page"
              hint="Every page of the paper then leads to it. Changes are before readers as soon as they are saved."
              name="publish"
              value="yes"
              checked={live}
              onChange={(event) => {
                setLive(event.currentTarget.checked);
                changed();
              }}
            />
          </>
        )}
      </ActionForm>
    </div>
  );
}

function deedOf(was: boolean, willBe: boolean): string {
  if (was) return willBe ? "Publish changes" : "Unpublish";
  return willBe ? "Publish" : "Save draft";
}

/** @param live whether readers see what was saved. */
function doneOf(live: boolean): string {
  return live ? "Saved. Readers see it as it stands here." : "Saved. Readers do not see this page.";
}
