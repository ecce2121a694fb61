; What the installer for Windows does before anything is written. Electron's Chromium needs Windows 10; on an older system the
; programs would be copied and then not start.
!macro customInit
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONINFORMATION "Counterpart needs Windows 10 or 11. On this computer, open paper-check.html (it comes beside this installer) in Chrome 109: it checks the values that a terminal shows or prints, without installing anything.$\r$\n$\r$\nCounterpart 需要 Windows 10 或 11。请在这台电脑上用 Chrome 109 打开安装程序旁边的 paper-check.html：无需安装，输入终端上显示或打印的数值，即可检查。" /SD IDOK
    SetErrorLevel 1150
    Quit
  ${EndIf}
!macroend
