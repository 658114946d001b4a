import { Outlet } from '@remix-run/react'
import { AfterAct } from '../after-act'
import { Frame } from '../frame'

export default function PublicLayout() {
  return (
    <Frame>
      <div className="stack loose">
        <AfterAct />
        <Outlet />
      </div>
    </Frame>
  )
}
