import { byId } from "../../by-id.js";
import { fieldsOf } from "../../fields.js";
import { type Asked, isMine, type Spot } from "./spot.js";

/** The list of tasks that a move would have to bring: those that it brought and may, and those of the gate that it lacks. */
export function tasksSpot(ask: Asked): readonly Spot[] {
  const lacking = ask.issues.flatMap((issue) =>
    issue.code === "task-open" && isMine(issue.details.role, ask) ? issue.details.task : [],
  );
  if (lacking.length === 0 && !isFaulty(ask)) return [];
  const tasks = [...new Set([...brought(ask), ...lacking])];
  const one = tasks.length === 0 ? {} : { items: { enum: tasks } };
  const schema = { type: "array", ...one, uniqueItems: true, minItems: tasks.length, maxItems: tasks.length };
  return [{ path: ["with", "tasks"], schema }];
}

/** Whether something is wrong with the list itself; a role that is missing, no list mends. */
const isFaulty = ({ issues }: Asked): boolean =>
  issues.some(
    ({ code, path: [key, kind] }) =>
      key === "with" && kind === "tasks" && code !== "task-open" && code !== "role-missing",
  );

function brought(ask: Asked): readonly string[] {
  const { tasks } = fieldsOf(Object(ask.command["with"]) as object);
  const { size } = ask.known.tasks;
  const sent: readonly unknown[] = Array.isArray(tasks) && tasks.length <= size ? tasks : [];
  return sent.filter((id): id is string => {
    const task = ask.known.tasks.get(id as string);
    return task !== undefined && isMine(task.role, ask) && byId(ask.state.tasks, task.id) === undefined;
  });
}
