import { ActionForm, type FormAction } from "@/components/ui/form";
import { Badge } from "@/components/ui/notice";
import type { SessionView } from "@/domain/people/session";
import { Moment } from "./moment";
import { Row, Rows } from "./panel";

/** Where somebody is signed in, each with a button to end it. */
export function Sessions({
  sessions,
  current,
  end,
  timeZone,
}: {
  sessions: SessionView[];
  /** The session that looks at this page, which ends by signing out. */
  current?: string | null;
  end: FormAction;
  timeZone: string;
}) {
  return (
    <Rows label="Sessions">
      {sessions.map((session) => (
        <Row
          key={session.id}
          actions={
            session.id === current ? (
              <Badge tone="good">This session</Badge>
            ) : (
              <ActionForm
                action={end}
                hidden={{ id: session.id }}
                submit="End session"
                about={`: ${session.device}`}
                look="secondary"
              />
            )
          }
        >
          <p className="font-semibold">{session.device}</p>
          <p className="text-sm text-muted">
            Last seen <Moment at={session.lastSeenAt} timeZone={timeZone} />, signed in{" "}
            <Moment at={session.createdAt} timeZone={timeZone} />
            {session.address && <>, from {session.address}</>}
          </p>
        </Row>
      ))}
    </Rows>
  );
}
