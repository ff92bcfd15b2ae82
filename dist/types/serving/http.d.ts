import { type Agent, type IncomingMessage, type OutgoingHttpHeaders, type Server, type ServerResponse } from 'node:http';
/** Everything here listens and calls on this machine alone. */
export declare const loopback = "127.0.0.1";
export interface Answer {
    readonly status: number;
    readonly headers: IncomingMessage['headers'];
    readonly body: Buffer;
}
/** Starts listening on loopback; a port of 0 takes any free one. Gives the port. Rejects with Node's error when it is taken. */
export declare function listen(server: Server, port: number): Promise<number>;
export declare function readBody(message: IncomingMessage): Promise<Buffer>;
export declare function sendJson(response: ServerResponse, status: number, value: unknown): void;
export interface Call {
    readonly agent: Agent;
    readonly port: number;
    readonly path: string;
    readonly method?: 'GET' | 'POST';
    readonly headers?: OutgoingHttpHeaders;
    readonly body?: Buffer;
    readonly timeoutMs: number;
}
/** One request on loopback with its whole answer. Rejects when the connection breaks or the time is over. */
export declare function call({ agent, port, path, method, headers, body, timeoutMs }: Call): Promise<Answer>;
