import { expect, test } from 'vitest'
import { programVariables, workerVariables } from '../../src/world/environment.ts'

const ofTheRunner = {
  ACTIONS_RUNTIME_TOKEN: 'secret',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'secret',
  'INPUT_GITHUB-TOKEN': 'secret',
  input_password: 'secret',
  STATE_token: 'secret',
}
const ofTheUser = {
  GITHUB_TOKEN: 'secret',
  AWS_SECRET_ACCESS_KEY: 'secret',
  NPM_TOKEN: 'secret',
  NODE_AUTH_TOKEN: 'secret',
  PAGER_KEY: 'secret',
  SSH_AUTH_SOCK: '/tmp/agent',
}
const ofTheMachine = {
  PATH: '/bin',
  Path: 'C:',
  HOME: '/home',
  TMPDIR: '/tmp',
  LC_ALL: 'C',
  LD_LIBRARY_PATH: '/lib',
  CUDA_VISIBLE_DEVICES: '0',
  VK_ICD_FILENAMES: 'lvp',
  AIRWORTHY_HOME: '/home/.airworthy',
}

test('workers, which run models that anybody may have made, are given no token', () => {
  expect(workerVariables({ ...ofTheRunner, ...ofTheUser, ...ofTheMachine, UNSET: undefined })).toEqual(ofTheMachine)
})

test('programs of the user are given what the user gave, and nothing that the runner keeps for Actions', () => {
  expect(programVariables({ ...ofTheRunner, ...ofTheUser, ...ofTheMachine })).toEqual({ ...ofTheUser, ...ofTheMachine })
})

test('nobody is given the key that seals what is kept, in whatever case it is written', () => {
  for (const given of [workerVariables, programVariables])
    for (const name of ['AIRWORTHY_CACHE_KEY', 'airworthy_cache_key']) expect(given({ [name]: 'a-secret' })).toEqual({})
})
