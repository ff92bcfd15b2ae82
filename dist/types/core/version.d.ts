/** The version of Airworthy itself; a test holds it equal to package.json. Part of every cache key: a new version measures anew. */
export declare const version: string;
