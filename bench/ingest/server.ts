/** What a server under load is asked: where it is, and how much CPU it has used. */
export type ServerQuestion = 'url' | 'cpu';

/** CPU is in microseconds since its start, user and system, all threads of the process. */
export function serverAnswer(question: ServerQuestion, url: string): string | number {
  if (question === 'url') return url;
  const { user, system } = process.cpuUsage();
  return user + system;
}
