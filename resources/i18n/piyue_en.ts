<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="zh_CN">
<context>
    <name>AboutDialog</name>
    <message>
        <source>关于批阅</source>
        <translation>About Piyue</translation>
    </message>
    <message>
        <source>批阅 {version}</source>
        <translation>Piyue {version}</translation>
    </message>
    <message>
        <source>公文核对：原文在左，识别结果在右，逐条核对，更正和批注另存在旁边的文件里，PDF 本身从不改动。</source>
        <translation>Checks official documents: the page on the left, what was understood of it on the right, item by item. Corrections and notes are kept in a file beside the PDF; the PDF itself is never changed.</translation>
    </message>
    <message>
        <source>全部在本机完成，不联网。</source>
        <translation>Everything happens on this computer; nothing is sent anywhere.</translation>
    </message>
    <message>
        <source>以 MIT 许可证发布。使用了 {parts}。</source>
        <translation>Published under the MIT licence. Built with {parts}.</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>关闭这条提示</source>
        <translation>Close this message</translation>
    </message>
    <message>
        <source>还有 {count} 条</source>
        <translation>{count} more</translation>
    </message>
</context>
<context>
    <name>BookmarkPane</name>
    <message>
        <source>书签</source>
        <translation>Bookmarks</translation>
    </message>
    <message>
        <source>重试</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>正在读取书签…</source>
        <translation>Reading the bookmarks…</translation>
    </message>
    <message>
        <source>这份文件的书签没有读出来。</source>
        <translation>The bookmarks of this file could not be read.</translation>
    </message>
    <message>
        <source>这份文件没有书签。标题可以在右边的“大纲”里看。</source>
        <translation>This file has no bookmarks. Its headings are in the outline on the right.</translation>
    </message>
</context>
<context>
    <name>BookmarkTree</name>
    <message>
        <source>（无标题）</source>
        <translation>(no title)</translation>
    </message>
    <message>
        <source>{title}（没有指向本文件的某一页）</source>
        <translation>{title} (leads to no page of this file)</translation>
    </message>
    <message>
        <source>{title}，第 {page} 页</source>
        <translation>{title}, page {page}</translation>
    </message>
</context>
<context>
    <name>CaretKeys</name>
    <message>
        <source>光标浏览已打开：用方向键移动光标，按住 Shift 选择文字</source>
        <translation>Caret browsing is on: move the caret with the arrow keys, hold Shift to select</translation>
    </message>
    <message>
        <source>光标浏览已关闭</source>
        <translation>Caret browsing is off</translation>
    </message>
    <message>
        <source>已选择全文</source>
        <translation>The whole text is selected</translation>
    </message>
    <message numerus="yes">
        <source>已选择 %n 字</source>
        <translation>
            <numerusform>%n character selected</numerusform>
            <numerusform>%n characters selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Chrome</name>
    <message>
        <source>原文</source>
        <translation>Original pages</translation>
    </message>
    <message>
        <source>工具栏</source>
        <translation>Toolbar</translation>
    </message>
</context>
<context>
    <name>ColumnFilterBox</name>
    <message>
        <source>筛选“{title}”</source>
        <translation>Filter &quot;{title}&quot;</translation>
    </message>
    <message>
        <source>含有这些字；几个词用空格分开</source>
        <translation>contains these words; separate several by blanks</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>有内容</source>
        <translation>Filled</translation>
    </message>
    <message>
        <source>空白</source>
        <translation>Empty</translation>
    </message>
    <message>
        <source>只看这些值</source>
        <translation>Only these values</translation>
    </message>
    <message>
        <source>筛选</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>清除</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>{value}（{count}）</source>
        <translation>{value} ({count})</translation>
    </message>
    <message>
        <source>含有</source>
        <translation>Contains</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>只看</source>
        <translation>Only</translation>
    </message>
</context>
<context>
    <name>ColumnMenu</name>
    <message>
        <source>按原文顺序</source>
        <translation>In Text Order</translation>
    </message>
    <message>
        <source>恢复默认的列</source>
        <translation>Reset Columns</translation>
    </message>
    <message>
        <source>升序</source>
        <translation>Ascending</translation>
    </message>
    <message>
        <source>降序</source>
        <translation>Descending</translation>
    </message>
    <message>
        <source>筛选“{title}”…</source>
        <translation>Filter &quot;{title}&quot;…</translation>
    </message>
    <message>
        <source>清除“{title}”的筛选</source>
        <translation>Clear Filter of &quot;{title}&quot;</translation>
    </message>
    <message>
        <source>分组</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>不分组</source>
        <translation>No Groups</translation>
    </message>
    <message>
        <source>按{title}</source>
        <translation>By {title}</translation>
    </message>
    <message>
        <source>全部折叠</source>
        <translation>Fold All</translation>
    </message>
    <message>
        <source>全部展开</source>
        <translation>Unfold All</translation>
    </message>
    <message>
        <source>列</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>此列</source>
        <translation>This Column</translation>
    </message>
    <message>
        <source>加宽</source>
        <translation>Wider</translation>
    </message>
    <message>
        <source>变窄</source>
        <translation>Narrower</translation>
    </message>
    <message>
        <source>左移</source>
        <translation>Move Left</translation>
    </message>
    <message>
        <source>右移</source>
        <translation>Move Right</translation>
    </message>
    <message>
        <source>隐藏</source>
        <translation>Hide</translation>
    </message>
</context>
<context>
    <name>CompletionDialog</name>
    <message>
        <source>类别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>复制说明</source>
        <translation>Copy the statement</translation>
    </message>
    <message>
        <source>将记下这份说明，随核对记录保存：</source>
        <translation>This statement will be kept with the review:</translation>
    </message>
    <message>
        <source>已核对完毕。</source>
        <translation>The check is finished.</translation>
    </message>
    <message>
        <source>核对完毕</source>
        <translation>Finish the check</translation>
    </message>
    <message>
        <source>已核对完毕</source>
        <translation>Finished</translation>
    </message>
    <message>
        <source>还没有核对的：{counts}。</source>
        <translation>Not checked yet: {counts}.</translation>
    </message>
    <message>
        <source>说明里会写明这些待核。仍然要核对完毕吗？</source>
        <translation>The statement will say so. Finish all the same?</translation>
    </message>
    <message>
        <source>还没有核对的：{counts}。点一处就去核对：</source>
        <translation>Not checked yet: {counts}. Click one to go there:</translation>
    </message>
    <message>
        <source>全部核对过了。</source>
        <translation>Everything has been checked.</translation>
    </message>
    <message>
        <source>待核的内容</source>
        <translation>What is to be checked</translation>
    </message>
    <message>
        <source>返回继续核对</source>
        <translation>Go on checking</translation>
    </message>
    <message>
        <source>仍然完毕</source>
        <translation>Finish anyway</translation>
    </message>
    <message>
        <source>已复制</source>
        <translation>Copied</translation>
    </message>
    <message>
        <source>页码</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>核对说明</source>
        <translation>Statement of the check</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>Copying</name>
    <message>
        <source>已复制</source>
        <translation>Copied</translation>
    </message>
</context>
<context>
    <name>Correcting</name>
    <message>
        <source>已移出正文</source>
        <translation>Set aside as running matter</translation>
    </message>
    <message>
        <source>已放回正文</source>
        <translation>Put back as text</translation>
    </message>
    <message>
        <source>更正这一格</source>
        <translation>Correct this cell</translation>
    </message>
    <message>
        <source>识别：{words}</source>
        <translation>Recognised: {words}</translation>
    </message>
    <message>
        <source>（空）</source>
        <translation>(empty)</translation>
    </message>
    <message>
        <source>原文：{words}</source>
        <translation>Printed: {words}</translation>
    </message>
    <message>
        <source>更正文字</source>
        <translation>Correct characters</translation>
    </message>
    <message>
        <source>已与上段合并</source>
        <translation>Joined with the paragraph above</translation>
    </message>
    <message>
        <source>已在此分段</source>
        <translation>A paragraph begins here</translation>
    </message>
</context>
<context>
    <name>CorrectionBox</name>
    <message>
        <source>更正</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>恢复为识别结果</source>
        <translation>Restore as recognised</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>Course</name>
    <message>
        <source>{done}。下一项：{next}。待核数字 {left}</source>
        <translation>{done}. Next: {next}. Open numerals: {left}</translation>
    </message>
    <message>
        <source>前面没有待核的条目了</source>
        <translation>Nothing before this is open</translation>
    </message>
    <message>
        <source>到末尾了，前面还有待核的。</source>
        <translation>End of the list; items before are still open.</translation>
    </message>
    <message>
        <source>从头继续 (Ctrl+↓)</source>
        <translation>Go to the first (Ctrl+↓)</translation>
    </message>
    <message>
        <source>这里没有待核的了，还有 {count} 处{kind}待核。</source>
        <translation>Nothing left to check here. {kind} still open: {count}.</translation>
    </message>
    <message>
        <source>去核对{kind} (Ctrl+↓)</source>
        <translation>Check {kind} (Ctrl+↓)</translation>
    </message>
    <message>
        <source>没有待核的了。</source>
        <translation>Nothing is open any more.</translation>
    </message>
    <message>
        <source>数字和疑点都核对过了。还有 {rest} 待核 (Ctrl+↓)。</source>
        <translation>Numerals and findings are all checked. Still open: {rest} (Ctrl+↓).</translation>
    </message>
    <message>
        <source>核对完毕… (Ctrl+F8)</source>
        <translation>Finish… (Ctrl+F8)</translation>
    </message>
    <message>
        <source>{done}。{said}</source>
        <translation>{done}. {said}</translation>
    </message>
</context>
<context>
    <name>CoveragePopup</name>
    <message>
        <source>核对进度</source>
        <translation>Progress of the check</translation>
    </message>
    <message>
        <source>按数字类别</source>
        <translation>By class of number</translation>
    </message>
    <message>
        <source>按标题</source>
        <translation>By heading</translation>
    </message>
    <message>
        <source>其他内容</source>
        <translation>Other lists</translation>
    </message>
    <message>
        <source>只看待复核（{count}）</source>
        <translation>Show {count} awaiting second check</translation>
    </message>
    <message>
        <source>核对说明…</source>
        <translation>Statement…</translation>
    </message>
    <message>
        <source>核对完毕…</source>
        <translation>Finish…</translation>
    </message>
    <message>
        <source>范围</source>
        <translation>Range</translation>
    </message>
    <message>
        <source>待核</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>已核</source>
        <translation>Checked</translation>
    </message>
    <message>
        <source>其中成批</source>
        <translation>In bulk</translation>
    </message>
    <message>
        <source>初核</source>
        <translation>first check</translation>
    </message>
    <message>
        <source>复核</source>
        <translation>second check</translation>
    </message>
    <message>
        <source>按人员</source>
        <translation>By person</translation>
    </message>
    <message>
        <source>正文之前</source>
        <translation>Before the first heading</translation>
    </message>
</context>
<context>
    <name>DetailCard</name>
    <message>
        <source>在列表里选一项，或点页面上的标记，这里显示它的全部内容。</source>
        <translation>Choose an item in the list or click a mark on the page: everything about it is shown here.</translation>
    </message>
    <message>
        <source>所选条目</source>
        <translation>Selected item</translation>
    </message>
</context>
<context>
    <name>DialogDesk</name>
    <message>
        <source>核对记录已另存一份到“{file}”。</source>
        <translation>A copy of the review was saved to &quot;{file}&quot;.</translation>
    </message>
    <message>
        <source>已另存</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>确定</source>
        <translation>OK</translation>
    </message>
</context>
<context>
    <name>FileDesk</name>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>在新窗口中打开</source>
        <translation>Open in a New Window</translation>
    </message>
    <message>
        <source>PDF 文件 (*.pdf *.PDF)</source>
        <translation>PDF files (*.pdf *.PDF)</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>筛选</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>筛选列表</source>
        <translation>Filter the list</translation>
    </message>
    <message>
        <source>只显示含有这些字的条目；几个词用空格分开 (Ctrl+L)</source>
        <translation>Show only items with these words; separate several by blanks (Ctrl+L)</translation>
    </message>
    <message>
        <source>按核对状态筛选</source>
        <translation>Filter by state</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>列</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>分组，选择列 (Ctrl+Shift+G)</source>
        <translation>Group, choose columns (Ctrl+Shift+G)</translation>
    </message>
    <message>
        <source>分组和列</source>
        <translation>Groups and columns</translation>
    </message>
    <message>
        <source>清除筛选</source>
        <translation>Clear filters</translation>
    </message>
    <message>
        <source>{shown}/{total} 项</source>
        <translation>{shown} of {total}</translation>
    </message>
    <message numerus="yes">
        <source>%n 项</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message>
        <source>筛选：{columns}</source>
        <translation>Filtered: {columns}</translation>
    </message>
    <message>
        <source>上一稿有、本稿没有的条目，只供查看。</source>
        <translation>In the earlier draft, not in this one: to be read only.</translation>
    </message>
    <message>
        <source>有内容</source>
        <translation>Filled</translation>
    </message>
    <message>
        <source>空白</source>
        <translation>Empty</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>查找（不计空格、换行和全半角）</source>
        <translation>Find (blanks, line breaks and widths do not matter)</translation>
    </message>
    <message>
        <source>查找</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>找到的各处</source>
        <translation>What was found</translation>
    </message>
    <message>
        <source>上一处</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>下一处</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>关闭查找</source>
        <translation>Close find</translation>
    </message>
    <message numerus="yes">
        <source>有 %n 页读不出文字，没有查找</source>
        <translation>
            <numerusform>%n page could not be read and was not searched</numerusform>
            <numerusform>%n pages could not be read and were not searched</numerusform>
        </translation>
    </message>
    <message>
        <source>{found}；{unread}</source>
        <translation>{found}; {unread}</translation>
    </message>
    <message>
        <source>这份文件没有可以查找的文字（扫描件）</source>
        <translation>This document has no text to search (it is a scan)</translation>
    </message>
    <message>
        <source>正在查找…</source>
        <translation>Searching…</translation>
    </message>
    <message>
        <source>没有找到</source>
        <translation>Nothing found</translation>
    </message>
    <message>
        <source>共 {count} 处</source>
        <translation>{count} found</translation>
    </message>
    <message>
        <source>第 {at} 处，共 {count} 处</source>
        <translation>{at} of {count}</translation>
    </message>
</context>
<context>
    <name>FindingsDesk</name>
    <message>
        <source>不是问题，到下一项(&amp;N)</source>
        <translation>Fine, &amp;Next</translation>
    </message>
    <message>
        <source>不是问题(&amp;1)</source>
        <translation>Fine (&amp;1)</translation>
    </message>
    <message>
        <source>确有问题(&amp;2)…</source>
        <translation>Problem (&amp;2)…</translation>
    </message>
    <message>
        <source>误报(&amp;0)</source>
        <translation>False Alarm (&amp;0)</translation>
    </message>
    <message>
        <source>已采纳，应为“{answer}”</source>
        <translation>Accepted, should be &quot;{answer}&quot;</translation>
    </message>
    <message>
        <source>不再提示的清单写不进去，没有更改。</source>
        <translation>The list of silences cannot be written; nothing was changed.</translation>
    </message>
    <message numerus="yes">
        <source>已写入 {folder}，%n 处标为误报</source>
        <translation>
            <numerusform>Written to {folder}; %n place marked as false alarm</numerusform>
            <numerusform>Written to {folder}; %n places marked as false alarms</numerusform>
        </translation>
    </message>
    <message>
        <source>{folder} 里的清单不能改，请找管理员恢复。</source>
        <translation>The list in {folder} cannot be changed; ask the administrator.</translation>
    </message>
    <message>
        <source>{done}。下一项：{next}</source>
        <translation>{done}. Next: {next}</translation>
    </message>
</context>
<context>
    <name>FindingsPanel</name>
    <message>
        <source>没有发现疑点。</source>
        <translation>No findings.</translation>
    </message>
</context>
<context>
    <name>FloatingBar</name>
    <message>
        <source>对选中文字的操作</source>
        <translation>Actions for the selected text</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>批阅</source>
        <translation>Piyue</translation>
    </message>
</context>
<context>
    <name>FrontCard</name>
    <message>
        <source>文件要素</source>
        <translation>Document facts</translation>
    </message>
    <message>
        <source>在列表里选一项，或点页面上的标记，这里显示它的全部内容。</source>
        <translation>Select an entry in a list, or click a mark on the page: everything about it is shown here.</translation>
    </message>
    <message>
        <source>其他要素</source>
        <translation>More</translation>
    </message>
</context>
<context>
    <name>Gathering</name>
    <message>
        <source>正在读取所选各页的文字…</source>
        <translation>Reading the text of the selected pages…</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>HitList</name>
    <message>
        <source>第 {page} 页  {before}【{words}】{after}</source>
        <translation>Page {page}  {before}[{words}]{after}</translation>
    </message>
</context>
<context>
    <name>IdentityDialog</name>
    <message>
        <source>姓名和单位</source>
        <translation>Name and office</translation>
    </message>
    <message>
        <source>换人核对：以前的记录仍归“{name}”</source>
        <translation>Another person: earlier work stays with &quot;{name}&quot;</translation>
    </message>
    <message>
        <source>核对结论、更正和批注都会记上这个名字，同事的记录可以合在一起。</source>
        <translation>Verdicts, corrections and notes carry this name, so that the records of colleagues can be merged.</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>确定</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>ItemCard</name>
    <message>
        <source>请重点核对</source>
        <translation>Please check with care</translation>
    </message>
    <message>
        <source>{count} 条批注</source>
        <translation>Notes: {count}</translation>
    </message>
    <message>
        <source>转到写在这一项上的批注</source>
        <translation>Go to the notes about this item</translation>
    </message>
    <message>
        <source>上一稿：{words}</source>
        <translation>Earlier draft: {words}</translation>
    </message>
    <message>
        <source>所选条目</source>
        <translation>Selected item</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>快捷键</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>操作</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>按键</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>LedgerDesk</name>
    <message>
        <source>复制所选的行</source>
        <translation>Copy Selected Rows</translation>
    </message>
    <message>
        <source>本稿没有这一项，只供查看。</source>
        <translation>Not in this draft: to be read only.</translation>
    </message>
</context>
<context>
    <name>LeftColumn</name>
    <message>
        <source>缩略图</source>
        <translation>Thumbnails</translation>
    </message>
    <message>
        <source>书签</source>
        <translation>Bookmarks</translation>
    </message>
</context>
<context>
    <name>ListPanel</name>
    <message>
        <source>打开文件后，这里列出{kind}。</source>
        <translation>{kind}: listed here once a file is open.</translation>
    </message>
    <message>
        <source>没有识别完，列不出{kind}。可以在“工具”里重新识别。</source>
        <translation>Recognition did not finish, so no {kind} can be listed. You can recognise again from the Tools menu.</translation>
    </message>
    <message>
        <source>正在识别，{kind}随后列在这里。</source>
        <translation>{kind}: listed here once the document has been recognised.</translation>
    </message>
    <message>
        <source>这份文件是扫描件，页面上没有文字，识别不出{kind}。</source>
        <translation>{kind}: none. This file is a scan without text.</translation>
    </message>
    <message>
        <source>没有识别出{kind}。如有遗漏，在页面上选中文字，再点“设为{kind}”。</source>
        <translation>{kind}: none was found. To add one, select its text on the page and make it one under Check &gt; Text and Paragraphs ({kind}).</translation>
    </message>
    <message>
        <source>没有识别出{kind}。</source>
        <translation>{kind}: none was found.</translation>
    </message>
    <message>
        <source>{kind}列表</source>
        <translation>List: {kind}</translation>
    </message>
    <message>
        <source>没有符合筛选条件的条目。</source>
        <translation>No item matches the filter.</translation>
    </message>
</context>
<context>
    <name>LocalRecordsDialog</name>
    <message>
        <source>清除本机记录</source>
        <translation>Clear local records</translation>
    </message>
    <message>
        <source>本机记录</source>
        <translation>Local records</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>最近修改</source>
        <translation>Last change</translation>
    </message>
    <message>
        <source>版本</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>大小</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>清除所选(&amp;D)</source>
        <translation>Clear &amp;selected</translation>
    </message>
    <message>
        <source>全部清除(&amp;A)</source>
        <translation>Clear &amp;all</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>有只存在本机的修改</source>
        <translation>Holds work that is only here</translation>
    </message>
    <message>
        <source>（名称不详）</source>
        <translation>(name unknown)</translation>
    </message>
    <message>
        <source>本机保留着核对过的文件的较早版本和没来得及保存的修改。清除后不能恢复；文件旁边的核对记录不受影响。</source>
        <translation>This computer keeps earlier versions of reviewed files and changes not saved in time. What is cleared does not come back; reviews beside the files are not touched.</translation>
    </message>
    <message>
        <source>本机没有留下任何记录。</source>
        <translation>This computer keeps no records.</translation>
    </message>
    <message numerus="yes">
        <source>清除 %n 份文件的本机记录？</source>
        <translation>
            <numerusform>Clear the local records of %n file?</numerusform>
            <numerusform>Clear the local records of %n files?</numerusform>
        </translation>
    </message>
    <message>
        <source>{names}有只存在本机、还没有存到文件旁边的修改，清除它们就再也找不回来了。</source>
        <translation>{names}: there is work that exists only on this computer. Once cleared it is gone for good.</translation>
    </message>
    <message>
        <source>清除，但保留这些修改</source>
        <translation>Clear, but keep this work</translation>
    </message>
    <message>
        <source>连同这些修改一起清除</source>
        <translation>Clear this work too</translation>
    </message>
    <message>
        <source>较早的版本清除后不能恢复。</source>
        <translation>Earlier versions do not come back once cleared.</translation>
    </message>
    <message>
        <source>清除</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>有些记录系统不让清除：{names}。</source>
        <translation>The system does not let some records be cleared: {names}.</translation>
    </message>
</context>
<context>
    <name>LostFile</name>
    <message>
        <source>“{name}”不在原处了：可能被删除、改名或移走，也可能是共享文件夹断开了。这里还可以照常看、照常核对；要留住这份 PDF，请另存。</source>
        <translation>&quot;{name}&quot; is no longer where it was: it may have been deleted, renamed or moved, or the shared folder is disconnected. You can go on reading and checking here; to keep this PDF, save a copy.</translation>
    </message>
    <message>
        <source>另存这份 PDF…</source>
        <translation>Save this PDF as…</translation>
    </message>
    <message>
        <source>另存这份 PDF</source>
        <translation>Save this PDF</translation>
    </message>
    <message>
        <source>PDF 文件 (*.pdf)</source>
        <translation>PDF files (*.pdf)</translation>
    </message>
    <message>
        <source>没有存成：“{file}”写不进去。请换一个文件夹，或者看看磁盘是否已满。</source>
        <translation>Not saved: &quot;{file}&quot; cannot be written. Choose another folder, or see whether the disk is full.</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>已存为 {file}</source>
        <translation>Saved as {file}</translation>
    </message>
</context>
<context>
    <name>NewItems</name>
    <message>
        <source>已添加，可在卡片里补全</source>
        <translation>Added; complete it in the card</translation>
    </message>
</context>
<context>
    <name>NoteCard</name>
    <message>
        <source>删除批注</source>
        <translation>Delete Note</translation>
    </message>
    <message>
        <source>所选批注</source>
        <translation>Selected note</translation>
    </message>
    <message>
        <source>写下意见，Ctrl+Enter 完成</source>
        <translation>Write your comment; Ctrl+Enter when done</translation>
    </message>
    <message>
        <source>用顿号分开</source>
        <translation>Separated by 、 or commas</translation>
    </message>
    <message>
        <source>颜色：{name}</source>
        <translation>Colour: {name}</translation>
    </message>
    <message>
        <source>批注内容</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>批注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>{count} 条回复</source>
        <translation>Replies: {count}</translation>
    </message>
    <message>
        <source>标签，用顿号分开</source>
        <translation>Tags, separated by commas</translation>
    </message>
    <message>
        <source>标签</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>颜色 {name}</source>
        <translation>Colour {name}</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>NoteKeys</name>
    <message>
        <source>第 {page} 页</source>
        <translation>Page {page}</translation>
    </message>
</context>
<context>
    <name>NotesDesk</name>
    <message>
        <source>采纳(&amp;1)</source>
        <translation>Accepted (&amp;1)</translation>
    </message>
    <message>
        <source>未采纳(&amp;2)</source>
        <translation>Declined (&amp;2)</translation>
    </message>
    <message>
        <source>已处理(&amp;3)</source>
        <translation>Done (&amp;3)</translation>
    </message>
    <message>
        <source>改回未处理(&amp;O)</source>
        <translation>Back to N&amp;ot Handled</translation>
    </message>
    <message>
        <source>写批注内容(&amp;E)…</source>
        <translation>&amp;Edit Words…</translation>
    </message>
    <message>
        <source>{done}。下一条：{next}</source>
        <translation>{done}. Next: {next}</translation>
    </message>
    <message>
        <source>加标签</source>
        <translation>Add tags</translation>
    </message>
    <message numerus="yes">
        <source>%n 条：{state}</source>
        <translation>
            <numerusform>%n note: {state}</numerusform>
            <numerusform>%n notes: {state}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>已删除 %n 条批注</source>
        <translation>
            <numerusform>%n note deleted</numerusform>
            <numerusform>%n notes deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>给选中的 %n 条批注加标签，几个标签用顿号分开：</source>
        <translation>
            <numerusform>Tags for %n chosen note, several apart by 、:</numerusform>
            <numerusform>Tags for the %n chosen notes, several apart by 、:</numerusform>
        </translation>
    </message>
    <message>
        <source>加上</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>已加标签：{tags}</source>
        <translation>Tags added: {tags}</translation>
    </message>
    <message>
        <source>排序</source>
        <translation>Sort</translation>
    </message>
    <message>
        <source>按原文顺序</source>
        <translation>In Text Order</translation>
    </message>
    <message>
        <source>按时间，新的在前</source>
        <translation>By Time, Newest First</translation>
    </message>
    <message>
        <source>按时间，旧的在前</source>
        <translation>By Time, Oldest First</translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>只看这些</source>
        <translation>Show These</translation>
    </message>
    <message>
        <source>打开文件后，这里列出批注。</source>
        <translation>Notes are listed here once a file is open.</translation>
    </message>
    <message>
        <source>还没有批注。在页面上选中文字，再点“高亮”或“批注”。</source>
        <translation>No notes yet. Select text on the page, then choose Highlight or Note.</translation>
    </message>
    <message numerus="yes">
        <source>%n 条批注未定位：原文已改，没有找到原来的位置。</source>
        <translation>
            <numerusform>%n note not placed: the text has changed and its place was not found.</numerusform>
            <numerusform>%n notes not placed: the text has changed and their place was not found.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>这个链接指向：{uri}</source>
        <translation>This link leads to: {uri}</translation>
    </message>
    <message>
        <source>在浏览器中打开</source>
        <translation>Open in the browser</translation>
    </message>
    <message>
        <source>核对记录没有保存</source>
        <translation>The review is not saved</translation>
    </message>
    <message>
        <source>“{name}”的核对记录没有保存。</source>
        <translation>The review of &quot;{name}&quot; is not saved.</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>不保存，关闭</source>
        <translation>Close without saving</translation>
    </message>
    <message>
        <source>识别没有完成，页面照常可看、可批注。</source>
        <translation>Recognition did not finish; the pages can be read and annotated as usual.</translation>
    </message>
    <message>
        <source>重新识别</source>
        <translation>Recognise again</translation>
    </message>
    <message>
        <source>这份文件是扫描件，页面上没有文字，识别不出大纲和指标；可以照常看，用“方框”在页面上批注。</source>
        <translation>This file is a scan without text, so no outline or metrics can be found. You can read it and annotate it with Box as usual.</translation>
    </message>
    <message>
        <source>再试一次</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>另存一份…</source>
        <translation>Save a copy…</translation>
    </message>
    <message>
        <source>“{name}”在别的程序里改过了，这里显示的还是原来的。</source>
        <translation>&quot;{name}&quot; was changed by another program; what you see is as it was.</translation>
    </message>
    <message>
        <source>重新打开</source>
        <translation>Open again</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>核对记录的文件已损坏，不会覆盖它，保存时另存一份。现在看到的是本机最近的完好版本和文件里还完整的部分。</source>
        <translation>The review&apos;s file is damaged. It is not overwritten; saving keeps it beside. You see the last good version of this computer and what is still whole in the file.</translation>
    </message>
    <message>
        <source>核对记录的文件已损坏，不会覆盖它，保存时另存一份。现在看到的是文件里还完整的部分，有 {lost} 行读不出来。</source>
        <translation>The review&apos;s file is damaged. It is not overwritten; saving keeps it beside. You see what is still whole in it. Lines that cannot be read: {lost}.</translation>
    </message>
    <message>
        <source>核对记录的文件已损坏，里面没有还能读的内容；不会覆盖它，保存时另存一份。现在从空白开始。</source>
        <translation>The review&apos;s file is damaged and nothing in it can be read. It is not overwritten; saving keeps it beside. You start with an empty review.</translation>
    </message>
    <message>
        <source>核对记录被别的程序改过，有 {count} 处不同，已照改过的打开。</source>
        <translation>The review was changed by another program and was opened as changed. Places: {count}.</translation>
    </message>
    <message>
        <source>核对记录被别的程序重新写过，内容没有变。</source>
        <translation>Another program rewrote the review file; nothing in it changed.</translation>
    </message>
    <message>
        <source>核对记录被别的程序改过，本机没有较早的版本可以比较，已照改过的打开，请留意。</source>
        <translation>Another program changed the review file. No earlier version is kept on this computer to compare with; it is opened as changed, so please look it over.</translation>
    </message>
    <message>
        <source>核对记录是用较新版本的批阅保存的，这里只能查看；请升级本程序后再修改。</source>
        <translation>The review was saved by a newer version of Piyue and can only be viewed here. Update this program to change it.</translation>
    </message>
    <message>
        <source>核对记录“{file}”读不出来，这里只能查看，不会覆盖它。</source>
        <translation>The review &quot;{file}&quot; cannot be read; here you can only look, and it will not be overwritten.</translation>
    </message>
    <message>
        <source>上次没有正常关闭，{steps} 步修改已找回。</source>
        <translation>The program was not closed properly last time. Changes recovered: {steps}.</translation>
    </message>
    <message>
        <source>找到了留在本机、还没有存到文件旁边的核对记录。</source>
        <translation>A review kept on this computer and not yet saved beside the file was found.</translation>
    </message>
    <message>
        <source>核对记录是从“{file}”找到的。</source>
        <translation>The review was found in &quot;{file}&quot;.</translation>
    </message>
    <message>
        <source>这份文件在本机核对过，但旁边没有核对记录，可能没有和文件放在一起；可以从本机的版本恢复。</source>
        <translation>This file was reviewed on this computer, but no review lies beside it; it may have been left where the file was. It can be restored from the versions kept here.</translation>
    </message>
    <message>
        <source>同步软件在旁边留下了 {count} 个冲突副本，里面可能有这里没有的核对。</source>
        <translation>Conflict copies that a sync program left beside the file: {count}. They may hold work that is not here.</translation>
    </message>
    <message>
        <source>{name} 正在另一台电脑（{host}）上核对这份文件，双方的修改会自动合并。</source>
        <translation>{name} is checking this file on another computer ({host}); the changes of both are merged.</translation>
    </message>
    <message>
        <source>这份文件在本机的另一个窗口里也开着，两边的修改会自动合并。</source>
        <translation>This file is also open in another window on this computer; changes of both are merged.</translation>
    </message>
    <message>
        <source>文件重新保存过，文字没有变，核对记录照常使用。</source>
        <translation>The file was saved anew with the same text; the review goes on as before.</translation>
    </message>
    <message>
        <source>这是改过的一稿：没变的句子沿用上一稿的核对，变了的已改回待核。</source>
        <translation>This is a changed draft: sentences that did not change keep their checks, changed ones are open again.</translation>
    </message>
    <message>
        <source>同名的核对记录属于另一份文件（{who} {time} 保存），没有使用，也不会覆盖它；这里从空白开始，另存一个文件。</source>
        <translation>The review of this name belongs to another file (saved by {who}, {time}). It is not used and will not be overwritten; this one starts empty and is saved under another name.</translation>
    </message>
    <message>
        <source>核对记录是为这份文件的另一个版本做的。</source>
        <translation>The review was made for another version of this file.</translation>
    </message>
</context>
<context>
    <name>OutlineDesk</name>
    <message>
        <source>改标题(&amp;E)</source>
        <translation>&amp;Edit Title</translation>
    </message>
    <message>
        <source>误识，设为正文(&amp;0)</source>
        <translation>Misread, Make It Text (&amp;0)</translation>
    </message>
    <message>
        <source>第 {level} 级</source>
        <translation>Level {level}</translation>
    </message>
    <message>
        <source>{count} 个标题，首个为{level}</source>
        <translation>{count} headings, the first now {level}</translation>
    </message>
    <message>
        <source>后面没有标题了</source>
        <translation>No heading follows</translation>
    </message>
    <message>
        <source>已并入上一段</source>
        <translation>Joined to the paragraph before</translation>
    </message>
    <message>
        <source>后半部分已设为正文</source>
        <translation>The second half is text now</translation>
    </message>
    <message>
        <source>改为第 {level} 级</source>
        <translation>To level {level}</translation>
    </message>
    <message>
        <source>改为第 {level} 级，在“{above}”之下</source>
        <translation>To level {level}, under &quot;{above}&quot;</translation>
    </message>
</context>
<context>
    <name>OutlinePanel</name>
    <message>
        <source>第 {level} 级</source>
        <translation>Level {level}</translation>
    </message>
    <message>
        <source>识别：第 {level} 级，{title}</source>
        <translation>Recognised: level {level}, {title}</translation>
    </message>
</context>
<context>
    <name>PageBox</name>
    <message>
        <source>页码</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>输入页码后按回车（Ctrl+G）</source>
        <translation>Type a page and press Enter (Ctrl+G)</translation>
    </message>
    <message>
        <source>第</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>页</source>
        <translation> </translation>
    </message>
    <message>
        <source>共 {count} 页</source>
        <translation>of {count}</translation>
    </message>
    <message>
        <source>没有第“{label}”页，共 {count} 页</source>
        <translation>There is no page &quot;{label}&quot;; the document has {count}</translation>
    </message>
</context>
<context>
    <name>PageMenu</name>
    <message>
        <source>此处的标注(&amp;M)</source>
        <translation>&amp;Marks here</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>重试</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>这一页画得太久，已停止。其他页不受影响。</source>
        <translation>Drawing this page took too long and was stopped. Other pages are not affected.</translation>
    </message>
    <message>
        <source>这一页占用内存过大，已停止。其他页不受影响。</source>
        <translation>This page needs too much memory and was stopped. Other pages are not affected.</translation>
    </message>
    <message>
        <source>这一页没有画出来：处理页面的进程意外停止，已重新启动。其他页不受影响。</source>
        <translation>This page was not drawn: the process that draws pages stopped and was started again. Other pages are not affected.</translation>
    </message>
</context>
<context>
    <name>PrintDesk</name>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message numerus="yes">
        <source>正在打印，共 %n 页…</source>
        <translation>
            <numerusform>Printing %n page…</numerusform>
            <numerusform>Printing %n pages…</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} 打印.pdf</source>
        <translation>{name} printed.pdf</translation>
    </message>
    <message>
        <source>存为 PDF 文件</source>
        <translation>Save as a PDF file</translation>
    </message>
    <message>
        <source>PDF 文件 (*.pdf)</source>
        <translation>PDF files (*.pdf)</translation>
    </message>
    <message>
        <source>没有打印：不能用印出来的文件覆盖正在看的原文件，请换一个文件名。</source>
        <translation>Not printed: the file being read cannot be overwritten by its printout. Choose another name.</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>第 {pages} 页没有画出来，印出来是空白的。</source>
        <translation>Page {pages} could not be drawn and was printed blank.</translation>
    </message>
    <message>
        <source>已存为 {file}</source>
        <translation>Saved as {file}</translation>
    </message>
    <message>
        <source>没有存成：“{file}”写不进去。请换一个文件夹，或者看看磁盘是否已满。</source>
        <translation>Not saved: &quot;{file}&quot; cannot be written. Choose another folder, or see whether the disk is full.</translation>
    </message>
    <message>
        <source>没有打印：打印机没有接受。请看看打印机是否开着、是否有纸，或者先存为 PDF 文件。</source>
        <translation>Not printed: the printer did not accept it. See whether it is on and has paper, or save a PDF file first.</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>存为 PDF 文件</source>
        <translation>Save as a PDF file</translation>
    </message>
    <message>
        <source>这台电脑没有安装打印机，可以先存为 PDF 文件，再到别的电脑上打印。</source>
        <translation>No printer is installed on this computer. You can save a PDF file and print it elsewhere.</translation>
    </message>
    <message>
        <source>如 1-3，5</source>
        <translation>e.g. 1-3, 5</translation>
    </message>
    <message>
        <source>要打印的页码</source>
        <translation>Pages to print</translation>
    </message>
    <message>
        <source>单面</source>
        <translation>One side</translation>
    </message>
    <message>
        <source>双面，长边翻转</source>
        <translation>Both sides, flip on long edge</translation>
    </message>
    <message>
        <source>双面，短边翻转</source>
        <translation>Both sides, flip on short edge</translation>
    </message>
    <message>
        <source>适合纸张</source>
        <translation>Fit to paper</translation>
    </message>
    <message>
        <source>实际大小</source>
        <translation>Actual size</translation>
    </message>
    <message>
        <source>打印批注</source>
        <translation>Pages with notes</translation>
    </message>
    <message>
        <source>打印批注和识别标注</source>
        <translation>Pages with notes and marks</translation>
    </message>
    <message>
        <source>只打印原文</source>
        <translation>Pages only</translation>
    </message>
    <message>
        <source>彩色</source>
        <translation>Colour</translation>
    </message>
    <message>
        <source>黑白</source>
        <translation>Black and white</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>当前页</source>
        <translation>This page</translation>
    </message>
    <message>
        <source>页码</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>打印机</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>范围</source>
        <translation>Range</translation>
    </message>
    <message>
        <source>份数</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>单双面</source>
        <translation>Sides</translation>
    </message>
    <message>
        <source>纸张</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>大小</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>颜色</source>
        <translation>Colour</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>没有这样的页，请按页面上印的页码写。</source>
        <translation>There is no such page. Use the page numbers printed on the pages.</translation>
    </message>
    <message>
        <source>存为 PDF…</source>
        <translation>Save as PDF…</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>还没有打开过文件</source>
        <translation>No files opened yet</translation>
    </message>
    <message>
        <source>找不到“{name}”，它可能已移动、改名或删除，或者所在的盘没有连上。</source>
        <translation>&quot;{name}&quot; was not found. It may have been moved, renamed or deleted, or its drive is not connected.</translation>
    </message>
    <message>
        <source>从列表中移除</source>
        <translation>Remove from List</translation>
    </message>
</context>
<context>
    <name>Reference</name>
    <message>
        <source>打开参照文件</source>
        <translation>Open Reference</translation>
    </message>
    <message>
        <source>换一份…</source>
        <translation>Choose Another…</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>ReferenceHead</name>
    <message>
        <source>跟随：在左边选一项指标，这里翻到同名指标</source>
        <translation>Follow: selecting a metric of the document shows the same one here</translation>
    </message>
    <message>
        <source>参照文件的指标</source>
        <translation>Metrics of the reference</translation>
    </message>
    <message>
        <source>停止识别参照文件</source>
        <translation>Stop recognising the reference</translation>
    </message>
    <message>
        <source>重新识别参照文件</source>
        <translation>Recognise the reference again</translation>
    </message>
    <message>
        <source>参照：{name}</source>
        <translation>Reference: {name}</translation>
    </message>
    <message>
        <source>正在识别</source>
        <translation>Recognising</translation>
    </message>
    <message>
        <source>扫描件，没有文字，列不出指标</source>
        <translation>A scan without text: no metrics to list</translation>
    </message>
    <message>
        <source>识别已停止</source>
        <translation>Recognition stopped</translation>
    </message>
    <message>
        <source>识别未完成</source>
        <translation>Recognition did not finish</translation>
    </message>
</context>
<context>
    <name>ReferenceList</name>
    <message>
        <source>参照文件里的同名指标</source>
        <translation>Metrics of this name in the reference</translation>
    </message>
    <message>
        <source>参照文件里没有同名指标</source>
        <translation>The reference has no metric of this name</translation>
    </message>
    <message>
        <source>打开参照文件…</source>
        <translation>Open a Reference…</translation>
    </message>
    <message>
        <source>看原页 (空格)</source>
        <translation>Show the page (Space)</translation>
    </message>
    <message>
        <source>作为依据 (回车)</source>
        <translation>Take as basis (Return)</translation>
    </message>
    <message>
        <source>与本文不同</source>
        <translation>differs</translation>
    </message>
    <message>
        <source>与本文相同</source>
        <translation>same</translation>
    </message>
    <message>
        <source>类别与本文不同</source>
        <translation>of another kind than here</translation>
    </message>
    <message>
        <source>有误，应为“{value}” (2)</source>
        <translation>Wrong, should be &quot;{value}&quot; (2)</translation>
    </message>
</context>
<context>
    <name>ReferencePane</name>
    <message>
        <source>参照文件原文</source>
        <translation>Pages of the reference</translation>
    </message>
    <message>
        <source>参照文件的指标</source>
        <translation>Metrics of the reference</translation>
    </message>
    <message>
        <source>参照文件</source>
        <translation>Reference</translation>
    </message>
</context>
<context>
    <name>Referring</name>
    <message>
        <source>依据：{basis}</source>
        <translation>Basis: {basis}</translation>
    </message>
</context>
<context>
    <name>ReviewDesk</name>
    <message>
        <source>选择上一稿的 PDF 或它的核对记录</source>
        <translation>Choose the earlier draft&apos;s PDF or its review</translation>
    </message>
    <message>
        <source>选择同事的核对记录，或旁边放着它的 PDF</source>
        <translation>Choose a colleague&apos;s review, or the PDF it lies beside</translation>
    </message>
    <message>
        <source>选择放本单位名单（units.csv、silence.tsv）的文件夹</source>
        <translation>Choose the folder of the office&apos;s lists (units.csv, silence.tsv)</translation>
    </message>
    <message>
        <source>PDF 和核对记录 (*.pdf *.PDF *.piyue.json *.json)</source>
        <translation>PDFs and reviews (*.pdf *.PDF *.piyue.json *.json)</translation>
    </message>
</context>
<context>
    <name>SaveElsewhere</name>
    <message>
        <source>核对记录另存到</source>
        <translation>Save the review to</translation>
    </message>
    <message>
        <source>核对记录 (*{suffix})</source>
        <translation>Reviews (*{suffix})</translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>大纲</source>
        <translation>Outline</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>Metrics</translation>
    </message>
    <message>
        <source>任务</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>平台系统</source>
        <translation>Systems</translation>
    </message>
    <message>
        <source>批注</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>疑点</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>数字</source>
        <translation>Numerals</translation>
    </message>
</context>
<context>
    <name>SilenceDialog</name>
    <message>
        <source>以后不再提示</source>
        <translation>Silence</translation>
    </message>
    <message>
        <source>只是“{quote}”不再提示“{rule}”</source>
        <translation>Silence &quot;{rule}&quot; for &quot;{quote}&quot; only</translation>
    </message>
    <message>
        <source>所有文件都不再提示“{rule}”</source>
        <translation>Silence &quot;{rule}&quot; everywhere</translation>
    </message>
    <message>
        <source>对用这个文件夹的所有人有效，写入：</source>
        <translation>For everybody who uses this folder, written to:</translation>
    </message>
    <message>
        <source>只对您有效，写入：</source>
        <translation>For you only, written to:</translation>
    </message>
    <message>
        <source>本文件中的这处标为误报；从下次识别起不再提示。可在“核对 &gt; 疑点 &gt; 不再提示的疑点”恢复。</source>
        <translation>Marked as a false alarm here, and not raised any more from the next recognition on. To be restored under Check &gt; Finding &gt; Silenced Findings.</translation>
    </message>
    <message>
        <source>不再提示</source>
        <translation>Silence</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>SilencedDialog</name>
    <message>
        <source>不再提示的疑点</source>
        <translation>Silenced findings</translation>
    </message>
    <message>
        <source>没有不再提示的疑点。在疑点列表里按 Ctrl+Delete，可以让同类疑点以后不再提示。</source>
        <translation>No findings are silenced. Press Ctrl+Delete in the list of findings to silence those of a kind.</translation>
    </message>
    <message>
        <source>恢复提示</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>恢复后，按 F5 重新识别即可再看到。</source>
        <translation>Restored findings show after recognising again (F5).</translation>
    </message>
    <message>
        <source>{rule}：“{quote}”</source>
        <translation>{rule}: &quot;{quote}&quot;</translation>
    </message>
    <message>
        <source>{rule}：全部</source>
        <translation>{rule}: all</translation>
    </message>
</context>
<context>
    <name>SplitDialog</name>
    <message>
        <source>拆分标题</source>
        <translation>Split heading</translation>
    </message>
    <message>
        <source>标题，光标处为断开的地方</source>
        <translation>Heading, cut at the caret</translation>
    </message>
    <message>
        <source>正文(&amp;T)</source>
        <translation>&amp;Text</translation>
    </message>
    <message>
        <source>另一个标题(&amp;H)</source>
        <translation>Another &amp;heading</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>Heading</translation>
    </message>
    <message>
        <source>正文</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>{kind}：{words}</source>
        <translation>{kind}: {words}</translation>
    </message>
    <message>
        <source>拆分</source>
        <translation>Split</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>用左右方向键或鼠标，把光标放到断开的地方：</source>
        <translation>Put the caret where to cut, with the arrow keys or the mouse:</translation>
    </message>
    <message>
        <source>后半部分是</source>
        <translation>The second half is</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>批阅</source>
        <translation>Piyue</translation>
    </message>
    <message>
        <source>打开一份公文，原文在左，识别结果在右，逐条核对。</source>
        <translation>Open an official document: the page on the left, what was understood on the right, to be checked item by item.</translation>
    </message>
    <message>
        <source>打开文件…</source>
        <translation>Open a File…</translation>
    </message>
    <message>
        <source>打开示例文件</source>
        <translation>Open Example</translation>
    </message>
    <message>
        <source>先看一份识别好的讲话，试试怎样核对</source>
        <translation>Look at a speech first and try how checking works</translation>
    </message>
    <message>
        <source>也可以把 PDF 文件拖到这里。改动自动保存在 PDF 旁边，PDF 本身从不改动，也不联网。</source>
        <translation>Or drop a PDF here. Your work is saved beside the PDF; the PDF itself is never changed, and nothing leaves this computer.</translation>
    </message>
    <message>
        <source>最近打开的文件</source>
        <translation>Recent files</translation>
    </message>
    <message>
        <source>最近打开</source>
        <translation>Recent</translation>
    </message>
    <message>
        <source>从列表中移除</source>
        <translation>Remove from List</translation>
    </message>
    <message>
        <source>{name}（找不到了）</source>
        <translation>{name} (missing)</translation>
    </message>
    <message>
        <source>{path}
按 Delete 从列表中移除</source>
        <translation>{path}
Press Delete to remove it from the list</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>原文件旁</source>
        <translation>beside the file</translation>
    </message>
    <message>
        <source>指定文件夹</source>
        <translation>in the chosen folder</translation>
    </message>
    <message>
        <source>本机</source>
        <translation>on this computer</translation>
    </message>
    <message>
        <source>已保存 {time}</source>
        <translation>Saved {time}</translation>
    </message>
    <message>
        <source>{words}（{where}）</source>
        <translation>{words} ({where})</translation>
    </message>
    <message>
        <source>有未保存的修改</source>
        <translation>Unsaved changes</translation>
    </message>
    <message>
        <source>正在保存…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>已保存 {time}（只在本机）</source>
        <translation>Saved {time} (on this computer only)</translation>
    </message>
    <message>
        <source>没有保存</source>
        <translation>Not saved</translation>
    </message>
    <message>
        <source>只能查看</source>
        <translation>View only</translation>
    </message>
</context>
<context>
    <name>StatusFields</name>
    <message>
        <source>核对人：点这里改姓名和单位，或换人核对</source>
        <translation>Who is checking: click to change the name and office, or to hand over to someone else</translation>
    </message>
    <message>
        <source>停止识别</source>
        <translation>Stop recognition</translation>
    </message>
    <message>
        <source>姓名和单位</source>
        <translation>Name and office</translation>
    </message>
    <message>
        <source>核对人：{name}</source>
        <translation>Checking: {name}</translation>
    </message>
    <message>
        <source>正在识别</source>
        <translation>Recognising</translation>
    </message>
    <message>
        <source>识别完成</source>
        <translation>Recognised</translation>
    </message>
    <message>
        <source>扫描件，没有文字</source>
        <translation>A scan without text</translation>
    </message>
    <message>
        <source>识别已停止</source>
        <translation>Recognition stopped</translation>
    </message>
    <message>
        <source>识别未完成</source>
        <translation>Recognition did not finish</translation>
    </message>
</context>
<context>
    <name>TablePanel</name>
    <message>
        <source>先选中几行，再向下填充。</source>
        <translation>Select several rows first, then fill down.</translation>
    </message>
    <message>
        <source>“{title}”不能向下填充。</source>
        <translation>&quot;{title}&quot; cannot be filled down.</translation>
    </message>
    <message numerus="yes">
        <source>已把“{title}”填到 %n 行</source>
        <translation>
            <numerusform>&quot;{title}&quot; filled into %n row</numerusform>
            <numerusform>&quot;{title}&quot; filled into %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Taken</name>
    <message>
        <source>正在比对“{file}”…</source>
        <translation>Comparing &quot;{file}&quot;…</translation>
    </message>
    <message>
        <source>已承接“{file}”的核对：{kept} 项结论沿用，{reopened} 项因句子改动改回待核，{lost} 项在本稿没有找到。</source>
        <translation>Took over the review of &quot;{file}&quot;: verdicts kept: {kept}, open again because of a changed sentence: {reopened}, not found in this draft: {lost}.</translation>
    </message>
    <message>
        <source>已承接“{file}”的核对，文字与这份相同：核对结论 {verdicts} 项，更正 {corrections} 项，批注 {notes} 条，分歧 {conflicts} 处。</source>
        <translation>Took over the review of &quot;{file}&quot;, whose text is the same. Verdicts: {verdicts}, corrections: {corrections}, notes: {notes}, conflicts: {conflicts}.</translation>
    </message>
    <message>
        <source>“{file}”核对的是这份文件的另一稿，已按承接上一稿并入：{kept} 项结论沿用，{reopened} 项因句子改动改回待核，{lost} 项在本稿没有找到。</source>
        <translation>&quot;{file}&quot; is the review of another draft of this file and was taken over as such: verdicts kept: {kept}, open again because of a changed sentence: {reopened}, not found in this draft: {lost}.</translation>
    </message>
    <message>
        <source>已并入“{file}”：新增批注 {notes} 条，核对结论 {verdicts} 项，更正 {corrections} 项，分歧 {conflicts} 处。</source>
        <translation>Merged &quot;{file}&quot;. New notes: {notes}, verdicts: {verdicts}, corrections: {corrections}, conflicts: {conflicts}.</translation>
    </message>
    <message>
        <source>已恢复到 {time} 的版本；撤销可以退回。</source>
        <translation>Back to the version of {time}; undo returns from it.</translation>
    </message>
    <message>
        <source>已从空白开始；撤销可以退回，原来的内容也在较早的版本里。</source>
        <translation>Started with an empty review; undo returns from it, and what was there stands among the earlier versions.</translation>
    </message>
    <message>
        <source>“{file}”里没有这里还没有的内容。</source>
        <translation>&quot;{file}&quot; holds nothing that is not here already.</translation>
    </message>
    <message>
        <source>“{file}”没有核对记录，没有可以并入的内容。</source>
        <translation>&quot;{file}&quot; has no review; there is nothing to merge.</translation>
    </message>
    <message>
        <source>这份文件还没有识别完，请等识别完成后再试。</source>
        <translation>This file has not been recognised yet; please try again when it has.</translation>
    </message>
    <message>
        <source>“{file}”核对的是另一份文件“{document}”，与这份大半不同，没有并入。</source>
        <translation>&quot;{file}&quot; is the review of another file, &quot;{document}&quot;, mostly different from this one; it was not merged.</translation>
    </message>
    <message>
        <source>“{file}”不是核对记录，或者已经损坏，没有并入。</source>
        <translation>&quot;{file}&quot; is no review or is damaged; it was not merged.</translation>
    </message>
    <message>
        <source>“{file}”是用较新版本的批阅保存的，请升级本程序后再并入。</source>
        <translation>&quot;{file}&quot; was saved by a newer version of Piyue; please update before merging it.</translation>
    </message>
    <message>
        <source>核对记录还在打开，请稍后再试。</source>
        <translation>The review is still being opened; please try again in a moment.</translation>
    </message>
    <message>
        <source>“{file}”读不出来，没有并入；请检查文件是否还在、能否读取。</source>
        <translation>&quot;{file}&quot; cannot be read and was not merged; please check that the file is there and readable.</translation>
    </message>
</context>
<context>
    <name>TextDesk</name>
    <message>
        <source>文字稿</source>
        <translation>Text view</translation>
    </message>
    <message>
        <source>原文</source>
        <translation>Pages</translation>
    </message>
</context>
<context>
    <name>Thumbnails</name>
    <message>
        <source>缩略图</source>
        <translation>Thumbnails</translation>
    </message>
    <message>
        <source>第 {page} 页</source>
        <translation>Page {page}</translation>
    </message>
    <message>
        <source>{count} 项待核</source>
        <translation>{count} open</translation>
    </message>
    <message>
        <source>{count} 条批注</source>
        <translation>Notes: {count}</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>Tidings</name>
    <message>
        <source>同一文件夹里有一份相似文件“{file}”的核对记录，像是上一稿。</source>
        <translation>The folder holds the review of a similar file, &quot;{file}&quot;, which looks like an earlier draft.</translation>
    </message>
    <message>
        <source>有 {count} 项核对或批注在现在的文字里没有找到位置，都还保留着。</source>
        <translation>Items or notes without a place in the present text: {count}. All of them are kept.</translation>
    </message>
    <message>
        <source>{people} 在 {time} 声明核对完毕，但文件在那之后改过，与当时的不同。</source>
        <translation>{people} declared the check finished at {time}, but the file has been changed since.</translation>
    </message>
    <message>
        <source>保存时并入了别处做的 {count} 项修改。</source>
        <translation>Changes made elsewhere that saving merged: {count}.</translation>
    </message>
    <message>
        <source>保存时并入了别处做的 {count} 项修改，其中 {conflicts} 处与这里不一致，两个值都留着，请选定。</source>
        <translation>Changes made elsewhere that saving merged: {count}, of which other than yours: {conflicts}. Both values are kept, please decide.</translation>
    </message>
    <message>
        <source>本单位名单的文件夹“{file}”里有文件读不出来，单位按文中写法列出。</source>
        <translation>A list in the office&apos;s folder &quot;{file}&quot; cannot be read; units are listed as written.</translation>
    </message>
    <message>
        <source>已改用“{file}”里的本单位名单。</source>
        <translation>The office&apos;s lists in &quot;{file}&quot; are used now.</translation>
    </message>
    <message>
        <source>本单位名单由管理员指定在“{file}”，不能在这里改。</source>
        <translation>The administrator has set the office&apos;s lists to &quot;{file}&quot;; they cannot be changed here.</translation>
    </message>
    <message>
        <source>又打开了上次的参照文件“{file}”。</source>
        <translation>The former reference &quot;{file}&quot; is open again.</translation>
    </message>
    <message>
        <source>这份核对记录只能查看，刚才的修改没有记下。</source>
        <translation>This review can only be viewed; the change was not kept.</translation>
    </message>
    <message>
        <source>承接</source>
        <translation>Take over</translation>
    </message>
    <message>
        <source>不用</source>
        <translation>No, thanks</translation>
    </message>
    <message>
        <source>换一份…</source>
        <translation>Choose Another…</translation>
    </message>
    <message>
        <source>较早的版本…</source>
        <translation>Earlier versions…</translation>
    </message>
    <message>
        <source>并入</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>不管</source>
        <translation>Ignore</translation>
    </message>
    <message>
        <source>查看改动</source>
        <translation>Show Changes</translation>
    </message>
    <message>
        <source>仍按上一稿承接</source>
        <translation>Take Over as Former Draft Anyway</translation>
    </message>
    <message>
        <source>停止</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>查看分歧</source>
        <translation>Show conflicts</translation>
    </message>
    <message>
        <source>逐项查看</source>
        <translation>Show one by one</translation>
    </message>
</context>
<context>
    <name>Tips</name>
    <message>
        <source>这个链接指向电脑里的一个文件（file:），批阅不打开它。</source>
        <translation>This link leads to a file on a computer (file:). Piyue does not open it.</translation>
    </message>
    <message>
        <source>这个链接要运行一段脚本（javascript: 等），批阅不运行它。</source>
        <translation>This link would run a script (javascript: or similar). Piyue does not run it.</translation>
    </message>
    <message>
        <source>这个链接要启动一个程序或打开一个文件（Launch），批阅不启动、不打开它。</source>
        <translation>This link would start a program or open a file (Launch). Piyue does neither.</translation>
    </message>
    <message>
        <source>这个链接指向另一份文件或附件，批阅不打开它。</source>
        <translation>This link leads to another file or an attachment. Piyue does not open it.</translation>
    </message>
    <message>
        <source>这个链接要执行一个动作（可能是脚本），批阅不执行它。</source>
        <translation>This link would carry out an action (perhaps a script). Piyue does not do it.</translation>
    </message>
    <message>
        <source>这个链接不是网页或邮件地址，批阅不打开它。</source>
        <translation>This link is no web or mail address. Piyue does not open it.</translation>
    </message>
    <message>
        <source>此处还有 {count} 处标注，再点一下切换</source>
        <translation>{count} more here; click again to change</translation>
    </message>
    <message>
        <source>已更正文字</source>
        <translation>Corrected characters</translation>
    </message>
    <message>
        <source>（删去）</source>
        <translation>(removed)</translation>
    </message>
    <message>
        <source>（没有文字）</source>
        <translation>(no words)</translation>
    </message>
    <message>
        <source>{level} 级标题</source>
        <translation>Heading, level {level}</translation>
    </message>
</context>
<context>
    <name>TitleDelegate</name>
    <message>
        <source>标题文字</source>
        <translation>Heading text</translation>
    </message>
</context>
<context>
    <name>Transcript</name>
    <message>
        <source>第 {page} 页是图像，没有识别出文字</source>
        <translation>Page {page} is an image; no text was recognised on it</translation>
    </message>
    <message>
        <source>第 {first} 至 {last} 页是图像，没有识别出文字</source>
        <translation>Pages {first} to {last} are images; no text was recognised on them</translation>
    </message>
    <message>
        <source>识别已停止。按 F5 重新识别。</source>
        <translation>Recognition was stopped. Press F5 to start it again.</translation>
    </message>
    <message>
        <source>识别未完成，没有文字可以显示。可以看原文，或按 F5 重新识别。</source>
        <translation>Recognition did not finish, so there is no text to show. Read the pages instead, or press F5 to try again.</translation>
    </message>
    <message>
        <source>没有识别出文字：各页都是图像或空白。请看原文。</source>
        <translation>No text was recognised: all pages are images or blank. Please read the pages.</translation>
    </message>
    <message>
        <source>正在识别…  {done}/{total} 页</source>
        <translation>Recognising…  {done} of {total} pages</translation>
    </message>
    <message>
        <source>正在识别…</source>
        <translation>Recognising…</translation>
    </message>
    <message>
        <source>第 {page} 页</source>
        <translation>Page {page}</translation>
    </message>
</context>
<context>
    <name>TranscriptKeys</name>
    <message>
        <source>已选择全文</source>
        <translation>The whole text is selected</translation>
    </message>
    <message numerus="yes">
        <source>已选择 %n 字</source>
        <translation>
            <numerusform>%n character selected</numerusform>
            <numerusform>%n characters selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TranscriptMenu</name>
    <message>
        <source>复制页眉页脚(&amp;C)</source>
        <translation>&amp;Copy Header or Footer</translation>
    </message>
</context>
<context>
    <name>TranscriptView</name>
    <message>
        <source>文字稿</source>
        <translation>Text view</translation>
    </message>
</context>
<context>
    <name>Triage</name>
    <message>
        <source>{count} 项：{verdict}</source>
        <translation>{count} items: {verdict}</translation>
    </message>
    <message>
        <source>取消误识</source>
        <translation>Not misread after all</translation>
    </message>
    <message>
        <source>误识</source>
        <translation>Misread</translation>
    </message>
    <message>
        <source>已恢复为识别结果</source>
        <translation>Back to what was read</translation>
    </message>
    <message>
        <source>第 {level} 级</source>
        <translation>Level {level}</translation>
    </message>
    <message>
        <source>已删除批注</source>
        <translation>Note deleted</translation>
    </message>
    <message>
        <source>本稿没有这一项，不用再核对</source>
        <translation>This draft does not have the item: nothing to check</translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message>
        <source>恢复较早的版本</source>
        <translation>Restore an earlier version</translation>
    </message>
    <message>
        <source>每次保存都在本机留一份。恢复是一步操作，可以撤销；现在的内容也留在列表里。</source>
        <translation>Every save leaves a copy on this computer. Going back is one step that can be undone; the present state stays in the list too.</translation>
    </message>
    <message>
        <source>这份文件在本机还没有较早的版本。</source>
        <translation>There is no earlier version of this file on this computer.</translation>
    </message>
    <message>
        <source>恢复到这个版本</source>
        <translation>Go back to this version</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>较早的版本</source>
        <translation>Earlier versions</translation>
    </message>
    <message>
        <source>保存时间</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>保存人</source>
        <translation>By</translation>
    </message>
    <message>
        <source>核对结论</source>
        <translation>Verdicts</translation>
    </message>
    <message>
        <source>更正</source>
        <translation>Corrections</translation>
    </message>
    <message>
        <source>批注</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>与现在不同</source>
        <translation>Differences</translation>
    </message>
    <message>
        <source>从空白开始</source>
        <translation>Start with an empty review</translation>
    </message>
    <message>
        <source>读不出来</source>
        <translation>cannot be read</translation>
    </message>
    <message>
        <source>相同</source>
        <translation>none</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>打开…</source>
        <translation>Open…</translation>
    </message>
    <message>
        <source>重试</source>
        <translation>Try again</translation>
    </message>
</context>
<context>
    <name>WindowMenu</name>
    <message>
        <source>开始页</source>
        <translation>Start Page</translation>
    </message>
</context>
<context>
    <name>ZoomBox</name>
    <message>
        <source>缩放</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>适合宽度</source>
        <translation>Fit width</translation>
    </message>
    <message>
        <source>适合整页</source>
        <translation>Fit page</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>文件(&amp;F)</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>编辑(&amp;E)</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>视图(&amp;V)</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>核对(&amp;C)</source>
        <translation>&amp;Check</translation>
    </message>
    <message>
        <source>批注(&amp;N)</source>
        <translation>&amp;Notes</translation>
    </message>
    <message>
        <source>工具(&amp;T)</source>
        <translation>&amp;Tools</translation>
    </message>
    <message>
        <source>窗口(&amp;W)</source>
        <translation>&amp;Window</translation>
    </message>
    <message>
        <source>帮助(&amp;H)</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>最近打开(&amp;R)</source>
        <translation>Open &amp;Recent</translation>
    </message>
    <message>
        <source>转到(&amp;G)</source>
        <translation>&amp;Go To</translation>
    </message>
    <message>
        <source>页面排列(&amp;J)</source>
        <translation>Page La&amp;yout</translation>
    </message>
    <message>
        <source>外观(&amp;E)</source>
        <translation>App&amp;earance</translation>
    </message>
    <message>
        <source>标注(&amp;M)</source>
        <translation>&amp;Marks</translation>
    </message>
    <message>
        <source>颜色(&amp;C)</source>
        <translation>&amp;Colour</translation>
    </message>
    <message>
        <source>改为(&amp;T)</source>
        <translation>Change &amp;To</translation>
    </message>
    <message>
        <source>打开(&amp;O)…</source>
        <translation>&amp;Open…</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>在新窗口中打开(&amp;B)…</source>
        <translation>Open in a New &amp;Window…</translation>
    </message>
    <message>
        <source>新建窗口(&amp;N)</source>
        <translation>&amp;New Window</translation>
    </message>
    <message>
        <source>清除列表(&amp;L)</source>
        <translation>&amp;Clear List</translation>
    </message>
    <message>
        <source>打开示例文件(&amp;X)</source>
        <translation>Open E&amp;xample</translation>
    </message>
    <message>
        <source>立即保存(&amp;S)</source>
        <translation>&amp;Save Now</translation>
    </message>
    <message>
        <source>另存一份核对记录(&amp;A)…</source>
        <translation>Save a Copy of the Review &amp;As…</translation>
    </message>
    <message>
        <source>承接上一稿的核对(&amp;K)…</source>
        <translation>Ta&amp;ke Over an Earlier Draft&apos;s Review…</translation>
    </message>
    <message>
        <source>导入同事的核对记录(&amp;M)…</source>
        <translation>I&amp;mport a Colleague&apos;s Review…</translation>
    </message>
    <message>
        <source>恢复较早的版本(&amp;V)…</source>
        <translation>Restore an Earlier &amp;Version…</translation>
    </message>
    <message>
        <source>导出(&amp;E)…</source>
        <translation>&amp;Export…</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>打印(&amp;P)…</source>
        <translation>&amp;Print…</translation>
    </message>
    <message>
        <source>关闭文件(&amp;C)</source>
        <translation>&amp;Close File</translation>
    </message>
    <message>
        <source>退出(&amp;Q)</source>
        <translation>&amp;Quit</translation>
    </message>
    <message>
        <source>打开参照文件(&amp;O)…</source>
        <translation>&amp;Open Reference…</translation>
    </message>
    <message>
        <source>与参照文件互换(&amp;S)</source>
        <translation>&amp;Swap with Reference</translation>
    </message>
    <message>
        <source>关闭参照文件(&amp;L)</source>
        <translation>C&amp;lose Reference</translation>
    </message>
    <message>
        <source>下一窗格(&amp;F)</source>
        <translation>Next Pane (&amp;F)</translation>
    </message>
    <message>
        <source>上一窗格(&amp;B)</source>
        <translation>Previous Pane (&amp;B)</translation>
    </message>
    <message>
        <source>下一个窗口(&amp;N)</source>
        <translation>&amp;Next Window</translation>
    </message>
    <message>
        <source>上一个窗口(&amp;P)</source>
        <translation>&amp;Previous Window</translation>
    </message>
    <message>
        <source>撤销(&amp;U)</source>
        <translation>&amp;Undo</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>恢复(&amp;R)</source>
        <translation>&amp;Redo</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>复制(&amp;C)</source>
        <translation>&amp;Copy</translation>
    </message>
    <message>
        <source>复制并注明出处(&amp;Q)</source>
        <translation>Copy with &amp;Source</translation>
    </message>
    <message>
        <source>全选(&amp;A)</source>
        <translation>Select &amp;All</translation>
    </message>
    <message>
        <source>查找(&amp;F)…</source>
        <translation>&amp;Find…</translation>
    </message>
    <message>
        <source>查找</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>查找下一处(&amp;N)</source>
        <translation>Find &amp;Next</translation>
    </message>
    <message>
        <source>查找上一处(&amp;P)</source>
        <translation>Find &amp;Previous</translation>
    </message>
    <message>
        <source>缩小(&amp;O)</source>
        <translation>Zoom &amp;Out</translation>
    </message>
    <message>
        <source>缩小</source>
        <translation>Zoom Out</translation>
    </message>
    <message>
        <source>放大(&amp;I)</source>
        <translation>Zoom &amp;In</translation>
    </message>
    <message>
        <source>放大</source>
        <translation>Zoom In</translation>
    </message>
    <message>
        <source>实际大小(&amp;A)</source>
        <translation>&amp;Actual Size</translation>
    </message>
    <message>
        <source>适合宽度(&amp;W)</source>
        <translation>Fit &amp;Width</translation>
    </message>
    <message>
        <source>适宽</source>
        <translation>Fit Width</translation>
    </message>
    <message>
        <source>适合整页(&amp;P)</source>
        <translation>Fit &amp;Page</translation>
    </message>
    <message>
        <source>转到页(&amp;G)…</source>
        <translation>&amp;Go to Page…</translation>
    </message>
    <message>
        <source>上一页(&amp;U)</source>
        <translation>Pre&amp;vious Page</translation>
    </message>
    <message>
        <source>下一页(&amp;D)</source>
        <translation>Ne&amp;xt Page</translation>
    </message>
    <message>
        <source>退回前一位置(&amp;B)</source>
        <translation>&amp;Back</translation>
    </message>
    <message>
        <source>首页(&amp;F)</source>
        <translation>&amp;First Page</translation>
    </message>
    <message>
        <source>末页(&amp;L)</source>
        <translation>&amp;Last Page</translation>
    </message>
    <message>
        <source>前进到后一位置(&amp;N)</source>
        <translation>F&amp;orward</translation>
    </message>
    <message>
        <source>文字稿(&amp;X)</source>
        <translation>Te&amp;xt View</translation>
    </message>
    <message>
        <source>连续(&amp;C)</source>
        <translation>&amp;Continuous</translation>
    </message>
    <message>
        <source>单页(&amp;S)</source>
        <translation>&amp;Single Page</translation>
    </message>
    <message>
        <source>双页(&amp;D)</source>
        <translation>Two Pages Side by Si&amp;de</translation>
    </message>
    <message>
        <source>双页时封面单独一页(&amp;F)</source>
        <translation>Cover Page &amp;First, on Its Own</translation>
    </message>
    <message>
        <source>左转 90°(&amp;L)</source>
        <translation>Rotate &amp;Left 90°</translation>
    </message>
    <message>
        <source>右转 90°(&amp;R)</source>
        <translation>Rotate &amp;Right 90°</translation>
    </message>
    <message>
        <source>大纲(&amp;1)</source>
        <translation>&amp;1 Outline</translation>
    </message>
    <message>
        <source>指标(&amp;2)</source>
        <translation>&amp;2 Metrics</translation>
    </message>
    <message>
        <source>任务(&amp;3)</source>
        <translation>&amp;3 Tasks</translation>
    </message>
    <message>
        <source>平台系统(&amp;4)</source>
        <translation>&amp;4 Systems</translation>
    </message>
    <message>
        <source>疑点(&amp;6)</source>
        <translation>&amp;6 Findings</translation>
    </message>
    <message>
        <source>缩略图(&amp;T)</source>
        <translation>&amp;Thumbnails</translation>
    </message>
    <message>
        <source>书签(&amp;K)</source>
        <translation>Boo&amp;kmarks</translation>
    </message>
    <message>
        <source>识别结果栏(&amp;S)</source>
        <translation>&amp;Side Pane</translation>
    </message>
    <message>
        <source>显示页眉页脚水印(&amp;H)</source>
        <translation>Show &amp;Headers, Footers, Watermarks</translation>
    </message>
    <message>
        <source>跟随系统(&amp;S)</source>
        <translation>Same as the &amp;System</translation>
    </message>
    <message>
        <source>浅色(&amp;L)</source>
        <translation>&amp;Light</translation>
    </message>
    <message>
        <source>深色(&amp;D)</source>
        <translation>&amp;Dark</translation>
    </message>
    <message>
        <source>高对比度(&amp;H)</source>
        <translation>&amp;High Contrast</translation>
    </message>
    <message>
        <source>平滑移动(&amp;M)</source>
        <translation>S&amp;mooth Movement</translation>
    </message>
    <message>
        <source>全屏(&amp;F)</source>
        <translation>&amp;Full Screen</translation>
    </message>
    <message>
        <source>无误，到下一项(&amp;N)</source>
        <translation>Correct, Then &amp;Next</translation>
    </message>
    <message>
        <source>无误(&amp;1)</source>
        <translation>&amp;1 Correct</translation>
    </message>
    <message>
        <source>有误(&amp;2)…</source>
        <translation>&amp;2 Wrong…</translation>
    </message>
    <message>
        <source>存疑(&amp;3)</source>
        <translation>&amp;3 Doubtful</translation>
    </message>
    <message>
        <source>改回待核(&amp;O)</source>
        <translation>Back to &amp;Open</translation>
    </message>
    <message>
        <source>误识(&amp;0)</source>
        <translation>&amp;0 Misread</translation>
    </message>
    <message>
        <source>依据：对照参照文件(&amp;4)…</source>
        <translation>Basis from the Reference… (&amp;4)</translation>
    </message>
    <message>
        <source>更正(&amp;E)…</source>
        <translation>&amp;Edit…</translation>
    </message>
    <message>
        <source>恢复为识别结果(&amp;R)</source>
        <translation>&amp;Reset to What Was Read</translation>
    </message>
    <message>
        <source>标题升一级(&amp;U)</source>
        <translation>Move &amp;Up One Level</translation>
    </message>
    <message>
        <source>标题降一级(&amp;D)</source>
        <translation>Move &amp;Down One Level</translation>
    </message>
    <message>
        <source>下一待核项(&amp;J)</source>
        <translation>Next Open Item (&amp;J)</translation>
    </message>
    <message>
        <source>上一待核项(&amp;K)</source>
        <translation>Previous Open Item (&amp;K)</translation>
    </message>
    <message>
        <source>只看待核(&amp;W)</source>
        <translation>Sho&amp;w Open Only</translation>
    </message>
    <message>
        <source>存疑在前(&amp;F)</source>
        <translation>Doubtful &amp;First</translation>
    </message>
    <message>
        <source>筛选列表(&amp;L)</source>
        <translation>Fi&amp;lter the List</translation>
    </message>
    <message>
        <source>核对进度(&amp;G)</source>
        <translation>Pro&amp;gress</translation>
    </message>
    <message>
        <source>设为标题(&amp;H)</source>
        <translation>Make a &amp;Heading</translation>
    </message>
    <message>
        <source>缩放(&amp;Z)</source>
        <translation>&amp;Zoom</translation>
    </message>
    <message>
        <source>列表(&amp;L)</source>
        <translation>&amp;Lists</translation>
    </message>
    <message>
        <source>数字(&amp;7)</source>
        <translation>&amp;7 Numerals</translation>
    </message>
    <message>
        <source>设为指标(&amp;M)</source>
        <translation>Make a &amp;Metric</translation>
    </message>
    <message>
        <source>设为任务(&amp;T)</source>
        <translation>Make a &amp;Task</translation>
    </message>
    <message>
        <source>设为平台系统(&amp;S)</source>
        <translation>Make a &amp;System</translation>
    </message>
    <message>
        <source>核对完毕(&amp;Z)…</source>
        <translation>Finish the Check… (&amp;Z)</translation>
    </message>
    <message>
        <source>高亮(&amp;H)</source>
        <translation>&amp;Highlight</translation>
    </message>
    <message>
        <source>高亮</source>
        <translation>Highlight</translation>
    </message>
    <message>
        <source>下划线(&amp;U)</source>
        <translation>&amp;Underline</translation>
    </message>
    <message>
        <source>下划线</source>
        <translation>Underline</translation>
    </message>
    <message>
        <source>删除线(&amp;S)</source>
        <translation>&amp;Strikethrough</translation>
    </message>
    <message>
        <source>方框(&amp;B)</source>
        <translation>&amp;Box</translation>
    </message>
    <message>
        <source>方框</source>
        <translation>Box</translation>
    </message>
    <message>
        <source>写批注(&amp;N)…</source>
        <translation>&amp;Note…</translation>
    </message>
    <message>
        <source>批注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>自由批注(&amp;F)</source>
        <translation>&amp;Free Note</translation>
    </message>
    <message>
        <source>删除批注(&amp;D)</source>
        <translation>&amp;Delete Note</translation>
    </message>
    <message>
        <source>标题(&amp;1)</source>
        <translation>&amp;1 Headings</translation>
    </message>
    <message>
        <source>指标和数字(&amp;2)</source>
        <translation>&amp;2 Metrics and Numbers</translation>
    </message>
    <message>
        <source>批注(&amp;5)</source>
        <translation>&amp;5 Notes</translation>
    </message>
    <message>
        <source>全部显示(&amp;A)</source>
        <translation>Show &amp;All</translation>
    </message>
    <message>
        <source>全部隐藏(&amp;N)</source>
        <translation>Show &amp;None</translation>
    </message>
    <message>
        <source>黄(&amp;1)</source>
        <translation>&amp;1 Yellow</translation>
    </message>
    <message>
        <source>绿(&amp;2)</source>
        <translation>&amp;2 Green</translation>
    </message>
    <message>
        <source>蓝(&amp;3)</source>
        <translation>&amp;3 Blue</translation>
    </message>
    <message>
        <source>粉(&amp;4)</source>
        <translation>&amp;4 Pink</translation>
    </message>
    <message>
        <source>朱红(&amp;5)</source>
        <translation>&amp;5 Vermilion</translation>
    </message>
    <message>
        <source>选择文字(&amp;T)</source>
        <translation>&amp;Text Selection</translation>
    </message>
    <message>
        <source>手形工具(&amp;H)</source>
        <translation>&amp;Hand</translation>
    </message>
    <message>
        <source>光标浏览(&amp;C)</source>
        <translation>&amp;Caret Browsing</translation>
    </message>
    <message>
        <source>重新识别(&amp;R)</source>
        <translation>&amp;Recognise Again</translation>
    </message>
    <message>
        <source>姓名和单位(&amp;I)…</source>
        <translation>Name and Off&amp;ice…</translation>
    </message>
    <message>
        <source>本单位名单(&amp;U)…</source>
        <translation>Office&apos;s &amp;Unit Lists…</translation>
    </message>
    <message>
        <source>清除本机记录(&amp;D)…</source>
        <translation>Clear Local Recor&amp;ds…</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>快捷键(&amp;K)</source>
        <translation>&amp;Keyboard Shortcuts</translation>
    </message>
    <message>
        <source>关于批阅(&amp;A)</source>
        <translation>&amp;About Piyue</translation>
    </message>
    <message>
        <source>标题(&amp;B)</source>
        <translation>&amp;Heading</translation>
    </message>
    <message>
        <source>疑点(&amp;Q)</source>
        <translation>Finding (&amp;Q)</translation>
    </message>
    <message>
        <source>文字和段落(&amp;X)</source>
        <translation>Te&amp;xt and Paragraphs</translation>
    </message>
    <message>
        <source>展开大纲(&amp;D)</source>
        <translation>E&amp;xpand the Outline</translation>
    </message>
    <message>
        <source>更改(&amp;M)</source>
        <translation>&amp;Change</translation>
    </message>
    <message>
        <source>待核项和筛选(&amp;Y)</source>
        <translation>Open Items and Filters (&amp;Y)</translation>
    </message>
    <message>
        <source>连同下级升一级(&amp;L)</source>
        <translation>Move Up with Subheadings (&amp;L)</translation>
    </message>
    <message>
        <source>连同下级降一级(&amp;N)</source>
        <translation>Move Down with Subheadi&amp;ngs</translation>
    </message>
    <message>
        <source>拆分标题(&amp;S)…</source>
        <translation>&amp;Split Heading…</translation>
    </message>
    <message>
        <source>与下一标题合并(&amp;M)</source>
        <translation>&amp;Merge with Next Heading</translation>
    </message>
    <message>
        <source>并入上一段(&amp;P)</source>
        <translation>Join to &amp;Previous Paragraph</translation>
    </message>
    <message>
        <source>照建议采纳(&amp;A)</source>
        <translation>&amp;Accept as Suggested</translation>
    </message>
    <message>
        <source>原文无误，照印本读(&amp;K)</source>
        <translation>Text Is Right, &amp;Keep as Printed</translation>
    </message>
    <message>
        <source>写成批注(&amp;N)</source>
        <translation>Write as &amp;Note</translation>
    </message>
    <message>
        <source>看下一处(&amp;P)</source>
        <translation>Show Next &amp;Place</translation>
    </message>
    <message>
        <source>以后不再提示(&amp;S)…</source>
        <translation>&amp;Silence…</translation>
    </message>
    <message>
        <source>不再提示的疑点(&amp;L)…</source>
        <translation>Si&amp;lenced Findings…</translation>
    </message>
    <message>
        <source>只看第 1 级(&amp;1)</source>
        <translation>Level &amp;1 Only</translation>
    </message>
    <message>
        <source>展开到第 2 级(&amp;2)</source>
        <translation>Down to Level &amp;2</translation>
    </message>
    <message>
        <source>展开到第 3 级(&amp;3)</source>
        <translation>Down to Level &amp;3</translation>
    </message>
    <message>
        <source>全部展开(&amp;0)</source>
        <translation>Expand All (&amp;0)</translation>
    </message>
    <message>
        <source>清除筛选(&amp;E)</source>
        <translation>&amp;Clear Filters</translation>
    </message>
    <message>
        <source>当前列(&amp;C)…</source>
        <translation>C&amp;urrent Column…</translation>
    </message>
    <message>
        <source>分组和列(&amp;G)…</source>
        <translation>&amp;Groups and Columns…</translation>
    </message>
    <message>
        <source>向下填充(&amp;D)</source>
        <translation>Fill &amp;Down</translation>
    </message>
    <message>
        <source>回复(&amp;R)…</source>
        <translation>&amp;Reply…</translation>
    </message>
    <message>
        <source>加标签(&amp;G)…</source>
        <translation>Add Ta&amp;gs…</translation>
    </message>
    <message>
        <source>关联到(&amp;A)…</source>
        <translation>&amp;Attach To…</translation>
    </message>
    <message>
        <source>文件要素(&amp;A)</source>
        <translation>Document F&amp;acts</translation>
    </message>
    <message>
        <source>更正文字(&amp;C)…</source>
        <translation>&amp;Correct Characters…</translation>
    </message>
    <message>
        <source>与上段合并(&amp;J)</source>
        <translation>&amp;Join with Paragraph Above</translation>
    </message>
    <message>
        <source>在此分段(&amp;P)</source>
        <translation>Begin &amp;Paragraph Here</translation>
    </message>
    <message>
        <source>移出正文（页眉页脚）(&amp;F)</source>
        <translation>Set Aside as &amp;Running Matter</translation>
    </message>
    <message>
        <source>放回正文(&amp;B)</source>
        <translation>Put &amp;Back as Text</translation>
    </message>
</context>
<context>
    <name>card</name>
    <message>
        <source>第 {page} 页</source>
        <translation>Page {page}</translation>
    </message>
    <message>
        <source>{said}（PDF 第 {number} 页）</source>
        <translation>{said} (PDF page {number})</translation>
    </message>
    <message>
        <source>未定位</source>
        <translation>Not placed</translation>
    </message>
    <message>
        <source>在现在的文件里没有找到这一项：原文删掉了或改动太大。您做过的核对和更正都还在；如果它换了说法，请在新的说法上重新核对，这一条就不必再管。</source>
        <translation>This item was not found in the present file: its text was deleted or changed too much. Your verdicts and corrections are kept; if it is worded differently now, check the new wording and leave this one.</translation>
    </message>
    <message>
        <source>另一位核对人</source>
        <translation>Another reviewer</translation>
    </message>
    <message>
        <source>{verdict}，应为 {value}</source>
        <translation>{verdict}, should be {value}</translation>
    </message>
    <message>
        <source>{verdict}（依据：{basis}）</source>
        <translation>{verdict} (basis: {basis})</translation>
    </message>
    <message>
        <source>核对结论</source>
        <translation>Verdicts</translation>
    </message>
    <message>
        <source>重新识别后，“{field}”与您更正的不同。选一个，或在上面另填：</source>
        <translation>&quot;{field}&quot; is now read differently from your correction. Choose one, or type another above:</translation>
    </message>
    <message>
        <source>同一人在两处给了不同的结论。选一个：</source>
        <translation>One person gave two different verdicts. Choose one:</translation>
    </message>
    <message>
        <source>“{field}”有两种改法。选一个，或在上面另填：</source>
        <translation>&quot;{field}&quot; was changed in two ways. Choose one, or type another above:</translation>
    </message>
    <message>
        <source>（空）</source>
        <translation>(empty)</translation>
    </message>
    <message>
        <source>（现在的识别）</source>
        <translation>(as read now)</translation>
    </message>
    <message>
        <source>识别：{value}</source>
        <translation>Read: {value}</translation>
    </message>
    <message>
        <source>恢复为识别结果：{value}</source>
        <translation>Reset to what was read: {value}</translation>
    </message>
    <message>
        <source>已更正</source>
        <translation>Corrected</translation>
    </message>
    <message>
        <source>撤销：{words}</source>
        <translation>Undone: {words}</translation>
    </message>
    <message>
        <source>取消误识</source>
        <translation>Is an item after all</translation>
    </message>
    <message>
        <source>更改位置</source>
        <translation>Changed place</translation>
    </message>
    <message>
        <source>更改{field}</source>
        <translation>Changed {field}</translation>
    </message>
    <message>
        <source>更改{field}：{before} → {after}</source>
        <translation>{field}: {before} → {after}</translation>
    </message>
    <message>
        <source>黄</source>
        <translation>Yellow</translation>
    </message>
    <message>
        <source>绿</source>
        <translation>Green</translation>
    </message>
    <message>
        <source>蓝</source>
        <translation>Blue</translation>
    </message>
    <message>
        <source>粉</source>
        <translation>Pink</translation>
    </message>
    <message>
        <source>朱红</source>
        <translation>Vermilion</translation>
    </message>
    <message>
        <source>从这句话看不出一个数量，数值保持不变</source>
        <translation>No single quantity in these words; the value stays as it is</translation>
    </message>
    <message>
        <source>不是这一类内容，是识别错了 (0)</source>
        <translation>Not an item of this kind: misread (0)</translation>
    </message>
    <message>
        <source>填写应为、依据、核实单位…</source>
        <translation>Should be, basis, verified with…</translation>
    </message>
    <message>
        <source>经过</source>
        <translation>History</translation>
    </message>
    <message>
        <source>上一稿更正过，原文已变，没有沿用：</source>
        <translation>Corrected in the earlier draft; the wording has changed since, so it was not carried over:</translation>
    </message>
    <message>
        <source>沿用</source>
        <translation>keep</translation>
    </message>
    <message>
        <source>采用：{value}</source>
        <translation>Take: {value}</translation>
    </message>
    <message>
        <source>改回复</source>
        <translation>Edit reply</translation>
    </message>
    <message>
        <source>删回复</source>
        <translation>Delete reply</translation>
    </message>
    <message>
        <source>回复，Ctrl+Enter 发出</source>
        <translation>Reply, Ctrl+Enter to send</translation>
    </message>
    <message>
        <source>回复</source>
        <translation>Reply</translation>
    </message>
    <message>
        <source>关联到</source>
        <translation>Attach To</translation>
    </message>
    <message>
        <source>没有关联</source>
        <translation>Not attached</translation>
    </message>
    <message>
        <source>转到{item}</source>
        <translation>Go to {item}</translation>
    </message>
    <message>
        <source>取消关联</source>
        <translation>Detach</translation>
    </message>
    <message>
        <source>批注所在的地方没有识别出条目</source>
        <translation>Nothing was recognised where the note is</translation>
    </message>
    <message>
        <source>文字已更正：{before} → {after}</source>
        <translation>Characters corrected: {before} → {after}</translation>
    </message>
    <message>
        <source>（删去）</source>
        <translation>(deleted)</translation>
    </message>
    <message>
        <source>“{field}”有两种改法。选一个：</source>
        <translation>&quot;{field}&quot; was changed in two ways. Choose one:</translation>
    </message>
    <message>
        <source>另一人判为有误</source>
        <translation>judged wrong by somebody else</translation>
    </message>
</context>
<context>
    <name>correcting</name>
    <message>
        <source>先选中要更正的文字。</source>
        <translation>First select the words to correct.</translation>
    </message>
    <message>
        <source>这里不在识别出的正文里（页眉页脚、水印或图像），不能更正文字。</source>
        <translation>This is not in the recognised text (running head or foot, watermark or image); its characters cannot be corrected.</translation>
    </message>
    <message>
        <source>这一格已整格更正，请在文字稿里改这一格。</source>
        <translation>This cell was corrected as a whole; change the cell in the text view.</translation>
    </message>
    <message>
        <source>一次只能更正一段里的文字，请少选一些。</source>
        <translation>Only words of one paragraph can be corrected at a time; select less.</translation>
    </message>
    <message>
        <source>这已经是第一段。</source>
        <translation>This is already the first paragraph.</translation>
    </message>
    <message>
        <source>段落本来就从这里开始。</source>
        <translation>A paragraph begins here anyway.</translation>
    </message>
    <message>
        <source>表格里不分段，也不与表格合并。</source>
        <translation>Tables are not split into paragraphs, nor joined with text.</translation>
    </message>
    <message>
        <source>更正过的文字中间不能分段。</source>
        <translation>A paragraph cannot begin inside corrected words.</translation>
    </message>
    <message>
        <source>先选中要移出正文的文字，或在文字稿里把光标放在那一段。</source>
        <translation>First select the words to set aside, or put the caret into their paragraph in the text view.</translation>
    </message>
    <message>
        <source>表格不能移出正文。</source>
        <translation>Tables cannot be set aside.</translation>
    </message>
    <message>
        <source>选中的文字本来就在正文里。</source>
        <translation>The selected words are in the text anyway.</translation>
    </message>
    <message>
        <source>这里没有识别出文字。</source>
        <translation>No text was recognised here.</translation>
    </message>
</context>
<context>
    <name>coverage</name>
    <message>
        <source>数字 {total} 处：已核 {decided}，待核 {open}</source>
        <translation>Numerals {total}: {decided} checked, {open} open</translation>
    </message>
    <message>
        <source>文件里所有数字的核对进度（页眉页脚除外）
逐项核对 {single}，成批核对 {bulk}
无误 {correct}，有误 {wrong}，存疑 {doubtful}，误识 {rejected}</source>
        <translation>How far all numerals of the document have been checked (running heads and feet left out)
{single} one by one, {bulk} in bulk
{correct} correct, {wrong} wrong, {doubtful} doubtful, {rejected} misread</translation>
    </message>
    <message>
        <source>已核 {decided}/{total}</source>
        <translation>Checked {decided}/{total}</translation>
    </message>
    <message>
        <source>核对完毕 · {words}</source>
        <translation>Finished · {words}</translation>
    </message>
    <message>
        <source>点开看按类别、标题、人员的进度 (F8)</source>
        <translation>Open for progress by kind, heading and person (F8)</translation>
    </message>
    <message>
        <source>初核 {first} 处，复核 {second} 处</source>
        <translation>first check {first}, second check {second}</translation>
    </message>
    <message>
        <source>{name}：复核（初核：{others}）。{counts}</source>
        <translation>{name}: second check (first check: {others}). {counts}</translation>
    </message>
    <message>
        <source>{name}：初核。{counts}；由另一人再核一遍就是复核。</source>
        <translation>{name}: first check. {counts}; a check by another person is the second one.</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>出了问题</source>
        <translation>Something went wrong</translation>
    </message>
    <message>
        <source>发生了没有料到的问题（{code}）。</source>
        <translation>An unexpected problem occurred ({code}).</translation>
    </message>
    <message>
        <source>核对记录不受影响，可以继续工作；如反复出现，请把这行文字告诉管理员。</source>
        <translation>Your review is not affected and you can go on; if it comes back, please tell the administrator this line.</translation>
    </message>
    <message>
        <source>找不到文件</source>
        <translation>File not found</translation>
    </message>
    <message>
        <source>“{file}”不在原来的位置。</source>
        <translation>&quot;{file}&quot; is no longer in its place.</translation>
    </message>
    <message>
        <source>它可能被移动或改名了，请用“打开”重新选择。</source>
        <translation>It may have been moved or renamed; please choose it again with Open.</translation>
    </message>
    <message>
        <source>不能读取文件</source>
        <translation>The file cannot be read</translation>
    </message>
    <message>
        <source>系统不允许读取“{file}”。</source>
        <translation>The system does not allow &quot;{file}&quot; to be read.</translation>
    </message>
    <message>
        <source>请检查文件的权限，或先复制到自己的文件夹再打开。</source>
        <translation>Please check its permissions, or copy it to a folder of your own first.</translation>
    </message>
    <message>
        <source>文件是空的</source>
        <translation>The file is empty</translation>
    </message>
    <message>
        <source>“{file}”里没有任何内容。</source>
        <translation>There is nothing in &quot;{file}&quot;.</translation>
    </message>
    <message>
        <source>可能没有下载或复制完，请重新取得这份文件。</source>
        <translation>It may not have been downloaded or copied completely; please get the file again.</translation>
    </message>
    <message>
        <source>不是 PDF 文件</source>
        <translation>Not a PDF</translation>
    </message>
    <message>
        <source>“{file}”不是 PDF，或者已经损坏，无法显示。</source>
        <translation>&quot;{file}&quot; is not a PDF, or it is damaged and cannot be shown.</translation>
    </message>
    <message>
        <source>请换一份，或在原来的程序里重新导出为 PDF。</source>
        <translation>Please use another copy, or export it as PDF again from the program it was made with.</translation>
    </message>
    <message>
        <source>需要密码</source>
        <translation>A password is needed</translation>
    </message>
    <message>
        <source>“{file}”加了密码，没有密码不能打开。</source>
        <translation>&quot;{file}&quot; is protected by a password and cannot be opened without it.</translation>
    </message>
    <message>
        <source>请向提供文件的人要一份不加密码的副本。</source>
        <translation>Please ask whoever sent it for a copy without a password.</translation>
    </message>
    <message>
        <source>文件过大</source>
        <translation>The file is too large</translation>
    </message>
    <message>
        <source>“{file}”超出了本程序能处理的范围。</source>
        <translation>&quot;{file}&quot; is beyond what this program can handle.</translation>
    </message>
    <message>
        <source>请拆分成几份较小的文件再打开。</source>
        <translation>Please split it into smaller files first.</translation>
    </message>
    <message>
        <source>处理中断</source>
        <translation>Interrupted</translation>
    </message>
    <message>
        <source>读取这份文件的后台程序停止了。</source>
        <translation>The background process that reads this file stopped.</translation>
    </message>
    <message>
        <source>它已自动重新启动，您的核对记录不受影响；可以重试。</source>
        <translation>It was started again and your review is not affected; you can try again.</translation>
    </message>
    <message>
        <source>用时过长</source>
        <translation>It took too long</translation>
    </message>
    <message>
        <source>这一页处理的时间太长，已停止。</source>
        <translation>This page took too long and was stopped.</translation>
    </message>
    <message>
        <source>其他页不受影响，可以继续；需要时请重试。</source>
        <translation>Other pages are not affected; try again if you need it.</translation>
    </message>
    <message>
        <source>内存不足</source>
        <translation>Not enough memory</translation>
    </message>
    <message>
        <source>这一页需要的内存太多，已停止。</source>
        <translation>This page needs too much memory and was stopped.</translation>
    </message>
    <message>
        <source>其他页不受影响；可以缩小显示比例后重试。</source>
        <translation>Other pages are not affected; try again at a smaller zoom.</translation>
    </message>
    <message>
        <source>已关闭</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>读取这份文件的后台程序已经关闭。</source>
        <translation>The background process that reads this file has been closed.</translation>
    </message>
    <message>
        <source>请重新打开文件。</source>
        <translation>Please open the file again.</translation>
    </message>
    <message>
        <source>核对记录已损坏</source>
        <translation>The review is damaged</translation>
    </message>
    <message>
        <source>上次的核对记录不完整，没有采用，也没有覆盖。</source>
        <translation>The last review is not complete; it was neither used nor overwritten.</translation>
    </message>
    <message>
        <source>原来的文件保留在旁边；可以从本机保存的较早版本恢复。</source>
        <translation>The original file is kept beside it; an earlier version kept on this computer can be restored.</translation>
    </message>
    <message>
        <source>核对记录来自新版本</source>
        <translation>A review of a newer version</translation>
    </message>
    <message>
        <source>核对记录是用较新版本的批阅保存的，现在只能查看。</source>
        <translation>The review was saved by a newer Piyue and can only be viewed now.</translation>
    </message>
    <message>
        <source>请升级本程序后再修改。</source>
        <translation>Please update this program before changing it.</translation>
    </message>
    <message>
        <source>没有保存到原处</source>
        <translation>Not saved in its place</translation>
    </message>
    <message>
        <source>别人用较新版本的批阅保存了核对记录，这里不能写进去。</source>
        <translation>Somebody saved the review with a newer version of Piyue; it cannot be written here.</translation>
    </message>
    <message>
        <source>您的核对已留在本机；升级本程序后再打开，会自动合并。</source>
        <translation>Your work is kept on this computer and is merged when you open the file after updating this program.</translation>
    </message>
    <message>
        <source>核对记录暂时不能保存到文件旁边。</source>
        <translation>The review cannot be saved beside the file for now.</translation>
    </message>
    <message>
        <source>内容已留在本机，会继续重试；也可以另存到别处。</source>
        <translation>It is kept on this computer and saving is tried again; you can also save it elsewhere.</translation>
    </message>
    <message>
        <source>文件夹不能写入</source>
        <translation>The folder cannot be written to</translation>
    </message>
    <message>
        <source>这个文件夹是只读的，核对记录不能保存在文件旁边。</source>
        <translation>This folder is read-only: the review cannot be saved beside the file.</translation>
    </message>
    <message>
        <source>核对记录已留在本机，下次打开会自动找到；也可以另存到别处。</source>
        <translation>The review is kept on this computer and will be found the next time; you can also save it elsewhere.</translation>
    </message>
    <message>
        <source>磁盘已满</source>
        <translation>The disk is full</translation>
    </message>
    <message>
        <source>磁盘空间不够，核对记录没有存进去。</source>
        <translation>There is not enough space on the disk for the review.</translation>
    </message>
    <message>
        <source>核对记录已留在本机；请腾出空间，程序会自动重试；也可以另存到别处。</source>
        <translation>The review is kept on this computer. Please free some space; saving is retried. You can also save it elsewhere.</translation>
    </message>
    <message>
        <source>原来的文件夹或网络共享现在连不上，或者文件移走了。</source>
        <translation>The folder or network share cannot be reached now, or the file was moved away.</translation>
    </message>
    <message>
        <source>文件夹不见了</source>
        <translation>The folder is gone</translation>
    </message>
    <message>
        <source>核对记录已留在本机，恢复连接后会自动保存；也可以另存到别处。</source>
        <translation>The review is kept on this computer and saved once the connection is back; you can also save it elsewhere.</translation>
    </message>
    <message>
        <source>文件被占用</source>
        <translation>The file is in use</translation>
    </message>
    <message>
        <source>另一个程序正占用核对记录，暂时存不进去。</source>
        <translation>Another program is using the review, so it cannot be saved just now.</translation>
    </message>
    <message>
        <source>核对记录已留在本机，会继续重试。</source>
        <translation>The review is kept on this computer and saving is tried again.</translation>
    </message>
    <message>
        <source>已取消</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>操作已取消。</source>
        <translation>The action was cancelled.</translation>
    </message>
    <message>
        <source>本机也没能留下一份：请先不要关闭窗口，马上用“另存一份”存到别处。</source>
        <translation>It could not be kept on this computer either. Do not close the window; save a copy elsewhere now.</translation>
    </message>
    <message>
        <source>这份文件</source>
        <translation>this file</translation>
    </message>
</context>
<context>
    <name>finding</name>
    <message>
        <source>原文印作“{quote}”</source>
        <translation>Printed as &quot;{quote}&quot;</translation>
    </message>
    <message>
        <source>按“{text}”读</source>
        <translation>Read as &quot;{text}&quot;</translation>
    </message>
    <message>
        <source>原文就是“{text}”</source>
        <translation>&quot;{text}&quot; Is Right</translation>
    </message>
    <message>
        <source>采纳，应为“{text}”</source>
        <translation>Accept: should be &quot;{text}&quot;</translation>
    </message>
    <message>
        <source>写成批注</source>
        <translation>Write as Note</translation>
    </message>
    <message>
        <source>以后不再提示…</source>
        <translation>Silence…</translation>
    </message>
    <message>
        <source>第 {number} 处，页码 {page}</source>
        <translation>Place {number}, page {page}</translation>
    </message>
</context>
<context>
    <name>groups</name>
    <message>
        <source>（未注明）</source>
        <translation>(not given)</translation>
    </message>
    <message>
        <source>{words} · {count} 项</source>
        <translation>{words} · {count}</translation>
    </message>
    <message>
        <source>{words} · {count} 项，待核 {open}</source>
        <translation>{words} · {count}, {open} open</translation>
    </message>
    <message>
        <source>正文之前</source>
        <translation>Before the first heading</translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>列表里上一项、下一项</source>
        <translation>Previous and next item of a list</translation>
    </message>
    <message>
        <source>下一个栏目</source>
        <translation>Next field</translation>
    </message>
    <message>
        <source>放弃正在输入的内容，回到列表</source>
        <translation>Drop what is being typed and return to the list</translation>
    </message>
    <message>
        <source>从光标处选择文字；选中批注时改变它的范围或大小</source>
        <translation>Select text from the caret; with a note selected, change its range or size</translation>
    </message>
    <message>
        <source>滚动；选中方框或自由批注时移动它，加 Ctrl 移动得更远</source>
        <translation>Scroll; with a box or a free note selected, move it, with Ctrl farther</translation>
    </message>
    <message>
        <source>按住时拖动页面，松开则翻过一屏</source>
        <translation>Held: drag the page; pressed alone: on by a screenful</translation>
    </message>
    <message>
        <source>拿着方框或自由批注工具时，放在页面中间</source>
        <translation>With the box or free note tool: place it in the middle</translation>
    </message>
    <message>
        <source>页面</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>列表和输入框</source>
        <translation>Lists and fields</translation>
    </message>
</context>
<context>
    <name>outline</name>
    <message>
        <source>第 {level} 级</source>
        <translation>Level {level}</translation>
    </message>
    <message>
        <source>数字已核 {decided}/{total}</source>
        <translation>Numerals checked: {decided}/{total}</translation>
    </message>
    <message>
        <source>待核 {count} 项</source>
        <translation>items open: {count}</translation>
    </message>
</context>
<context>
    <name>problems</name>
    <message>
        <source>这一项不能空着，没有更改。</source>
        <translation>This field cannot be empty; nothing was changed.</translation>
    </message>
    <message>
        <source>这里要填数字，没有更改。</source>
        <translation>A number is needed here; nothing was changed.</translation>
    </message>
    <message>
        <source>标题级别只能是 1 到 9，没有更改。</source>
        <translation>A level is from 1 to 9; nothing was changed.</translation>
    </message>
    <message>
        <source>没有看懂这个日期。请写成“2024年5月3日”或“二〇二四年五月三日”；没有更改。</source>
        <translation>This date was not understood. Write it as &quot;2024年5月3日&quot; or &quot;二〇二四年五月三日&quot;; nothing was changed.</translation>
    </message>
    <message>
        <source>请从列出的几项里选，没有更改。</source>
        <translation>Please choose one of the list; nothing was changed.</translation>
    </message>
    <message>
        <source>这个值不合适，没有更改。</source>
        <translation>This value does not fit; nothing was changed.</translation>
    </message>
</context>
<context>
    <name>rules</name>
    <message>
        <source>转换损坏</source>
        <translation>Damaged by conversion</translation>
    </message>
    <message>
        <source>字形损坏</source>
        <translation>Damaged character</translation>
    </message>
    <message>
        <source>兼容字</source>
        <translation>Compatibility character</translation>
    </message>
    <message>
        <source>部首代字</source>
        <translation>Radical for a character</translation>
    </message>
    <message>
        <source>全角半角混用</source>
        <translation>Mixed widths</translation>
    </message>
    <message>
        <source>丢失〇字</source>
        <translation>Lost 〇</translation>
    </message>
    <message>
        <source>数字断开</source>
        <translation>Number broken apart</translation>
    </message>
    <message>
        <source>混入页码</source>
        <translation>Page number in the text</translation>
    </message>
    <message>
        <source>无法辨认的字</source>
        <translation>Unreadable characters</translation>
    </message>
    <message>
        <source>写法不一</source>
        <translation>Written differently</translation>
    </message>
    <message>
        <source>〇的写法</source>
        <translation>How 〇 is written</translation>
    </message>
    <message>
        <source>数值范围写法</source>
        <translation>Range notation</translation>
    </message>
    <message>
        <source>相邻数字连用</source>
        <translation>Neighbouring numbers</translation>
    </message>
    <message>
        <source>数字形式混用</source>
        <translation>Mixed numerals</translation>
    </message>
    <message>
        <source>日期形式混用</source>
        <translation>Mixed date forms</translation>
    </message>
    <message>
        <source>年份简写</source>
        <translation>Short year</translation>
    </message>
    <message>
        <source>概数重复</source>
        <translation>Doubled approximation</translation>
    </message>
    <message>
        <source>序号</source>
        <translation>Numbering</translation>
    </message>
    <message>
        <source>序号跳号</source>
        <translation>Number skipped</translation>
    </message>
    <message>
        <source>序号重复</source>
        <translation>Number repeated</translation>
    </message>
    <message>
        <source>序号标点不一</source>
        <translation>Uneven punctuation of numbers</translation>
    </message>
    <message>
        <source>计算不符</source>
        <translation>Does not add up</translation>
    </message>
    <message>
        <source>分项与总数不符</source>
        <translation>Parts and total differ</translation>
    </message>
    <message>
        <source>分项大于总数</source>
        <translation>Part exceeds total</translation>
    </message>
    <message>
        <source>构成之和不是 100</source>
        <translation>Shares do not make 100</translation>
    </message>
    <message>
        <source>百分点算错</source>
        <translation>Wrong percentage points</translation>
    </message>
    <message>
        <source>比率算错</source>
        <translation>Wrong rate</translation>
    </message>
    <message>
        <source>前后不一致</source>
        <translation>Inconsistent</translation>
    </message>
    <message>
        <source>前后数值不一致</source>
        <translation>Values contradict</translation>
    </message>
    <message>
        <source>前后单位不一致</source>
        <translation>Units contradict</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>没有这一天</source>
        <translation>No such day</translation>
    </message>
    <message>
        <source>星期不符</source>
        <translation>Wrong weekday</translation>
    </message>
    <message>
        <source>起止颠倒</source>
        <translation>End before start</translation>
    </message>
    <message>
        <source>年份与标题不符</source>
        <translation>Year differs from title</translation>
    </message>
    <message>
        <source>标点</source>
        <translation>Punctuation</translation>
    </message>
    <message>
        <source>错别字</source>
        <translation>Misspelling</translation>
    </message>
    <message>
        <source>计量单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>公文格式</source>
        <translation>Form of the document</translation>
    </message>
    <message>
        <source>这里有无法辨认的字符，内容已丢失，共 {count} 处。</source>
        <translation>Unreadable characters here, their content is lost. Places: {count}.</translation>
    </message>
    <message>
        <source>页码落进了正文，识别时已去掉：“{text}”。</source>
        <translation>A page number fell into the text; read without it: &quot;{text}&quot;.</translation>
    </message>
    <message>
        <source>数字被空格断开，识别时已合上：“{text}”。</source>
        <translation>A number was broken by blanks; read as &quot;{text}&quot;.</translation>
    </message>
    <message>
        <source>“〇”在转换时丢失，识别时按“{text}”读。</source>
        <translation>A 〇 was lost in conversion; read as &quot;{text}&quot;.</translation>
    </message>
    <message>
        <source>转换时字符损坏，识别时按“{text}”读。</source>
        <translation>Characters were damaged in conversion; read as &quot;{text}&quot;.</translation>
    </message>
    <message>
        <source>按数字用法标准（GB/T 15835），宜写作“{text}”。</source>
        <translation>By the standard for numerals (GB/T 15835) better written &quot;{text}&quot;.</translation>
    </message>
    <message>
        <source>同一个数里混用了阿拉伯数字和汉字数字。</source>
        <translation>One number mixes Arabic and Chinese numerals.</translation>
    </message>
    <message>
        <source>同一个日期里混用了阿拉伯数字和汉字数字。</source>
        <translation>One date mixes Arabic and Chinese numerals.</translation>
    </message>
    <message>
        <source>“约”“左右”等概数词用了两次。</source>
        <translation>Two words of approximation for one number.</translation>
    </message>
    <message>
        <source>前面应有第 {number}，这里跳了号。</source>
        <translation>Number {number} should come before; it was skipped.</translation>
    </message>
    <message>
        <source>序号与前面重复，此处应为第 {number}。</source>
        <translation>The number repeats the one before; it should be {number}.</translation>
    </message>
    <message>
        <source>同一组序号多用“{stop}”，此处不同。</source>
        <translation>The others of this group use &quot;{stop}&quot;.</translation>
    </message>
    <message>
        <source>分项相加为 {sum}，文中总数为 {total}。</source>
        <translation>The parts add up to {sum}, the text says {total}.</translation>
    </message>
    <message>
        <source>分项大于总数 {total}。</source>
        <translation>A part is greater than the total {total}.</translation>
    </message>
    <message>
        <source>各项相加为 {sum}，应为 {total}。</source>
        <translation>The shares add up to {sum}, not {total}.</translation>
    </message>
    <message>
        <source>按前后两个数计算，应为 {points} 个百分点。</source>
        <translation>From the two values it should be {points} percentage points.</translation>
    </message>
    <message>
        <source>按文中两个数计算，应为 {rate}%。</source>
        <translation>From the two numbers it should be {rate}%.</translation>
    </message>
    <message>
        <source>同一指标、同一时间，另一处为“{quote}”。</source>
        <translation>The same indicator at the same time is &quot;{quote}&quot; elsewhere.</translation>
    </message>
    <message>
        <source>同一指标数值相同，另一处的单位不同：“{quote}”。</source>
        <translation>The same value has another unit elsewhere: &quot;{quote}&quot;.</translation>
    </message>
    <message>
        <source>公历没有这一天。</source>
        <translation>The calendar has no such day.</translation>
    </message>
    <message>
        <source>这一天是星期{weekday}。</source>
        <translation>That day is another day of the week ({weekday}).</translation>
    </message>
    <message>
        <source>结束早于开始。</source>
        <translation>The end comes before the start.</translation>
    </message>
    <message>
        <source>标题或文件名里的年份与成文年份 {document_year} 相差两年以上。</source>
        <translation>The year in the title or file name differs from the document&apos;s ({document_year}) by two or more.</translation>
    </message>
</context>
<context>
    <name>statement</name>
    <message>
        <source>核对说明</source>
        <translation>Statement of the check</translation>
    </message>
    <message>
        <source>文件：{file}（共 {pages} 页，文件校验码 {hash}）</source>
        <translation>File: {file} (pages: {pages}, checksum {hash})</translation>
    </message>
    <message>
        <source>数字：{total} 处，已核 {decided} 处（逐项 {single}，成批 {bulk}），待核 {open} 处</source>
        <translation>Numerals: {total}, checked {decided} (one by one {single}, in bulk {bulk}), open {open}</translation>
    </message>
    <message>
        <source>结论：无误 {correct}，有误 {wrong}，存疑 {doubtful}，误识 {rejected}</source>
        <translation>Verdicts: correct {correct}, wrong {wrong}, doubtful {doubtful}, misread {rejected}</translation>
    </message>
    <message>
        <source>完毕：{name} {time}</source>
        <translation>Finished: {name} {time}</translation>
    </message>
    <message>
        <source>PDF 已不是当时核对的那一份，这份说明只说明那一份。核对后请重新“核对完毕”。</source>
        <translation>The PDF is no longer the one that was checked; this statement is about that one. Check and finish again.</translation>
    </message>
    <message>
        <source>之后又有改动，这份说明说的是当时的情况。核对后请重新“核对完毕”。</source>
        <translation>Something was changed since; this statement tells how it was then. Check and finish again.</translation>
    </message>
    <message>
        <source>{counted}（待核 {open}）</source>
        <translation>{counted} ({open} open)</translation>
    </message>
    <message>
        <source>其他：{parts}</source>
        <translation>Beside these: {parts}</translation>
    </message>
    <message>
        <source>疑点 {count}</source>
        <translation>findings {count}</translation>
    </message>
    <message>
        <source>指标 {count}</source>
        <translation>metrics {count}</translation>
    </message>
    <message>
        <source>任务 {count}</source>
        <translation>tasks {count}</translation>
    </message>
    <message>
        <source>平台系统 {count}</source>
        <translation>systems {count}</translation>
    </message>
    <message>
        <source>标题 {count}</source>
        <translation>headings {count}</translation>
    </message>
    <message>
        <source>初核</source>
        <translation>first check</translation>
    </message>
    <message>
        <source>复核</source>
        <translation>second check</translation>
    </message>
    <message>
        <source>{role}：{names}</source>
        <translation>{role}: {names}</translation>
    </message>
    <message>
        <source>核对人：{names}</source>
        <translation>Checked by: {names}</translation>
    </message>
    <message>
        <source>{name}（{count} 处）</source>
        <translation>{name} ({count})</translation>
    </message>
    <message>
        <source>{name}（{office}）</source>
        <translation>{name} ({office})</translation>
    </message>
</context>
<context>
    <name>undo</name>
    <message>
        <source>更改{what}</source>
        <translation>change {what}</translation>
    </message>
    <message>
        <source>恢复识别的{what}</source>
        <translation>reset {what}</translation>
    </message>
    <message>
        <source>核对结论“{what}”</source>
        <translation>verdict &quot;{what}&quot;</translation>
    </message>
    <message>
        <source>标为误识</source>
        <translation>mark as misread</translation>
    </message>
    <message>
        <source>取消误识</source>
        <translation>undo misread</translation>
    </message>
    <message>
        <source>添加{what}</source>
        <translation>add {what}</translation>
    </message>
    <message>
        <source>删除批注</source>
        <translation>delete note</translation>
    </message>
    <message>
        <source>移除{what}</source>
        <translation>remove {what}</translation>
    </message>
    <message>
        <source>拆分{what}</source>
        <translation>split {what}</translation>
    </message>
    <message>
        <source>合并{what}</source>
        <translation>merge {what}</translation>
    </message>
    <message>
        <source>成批更改{what}</source>
        <translation>change {what} of several</translation>
    </message>
    <message>
        <source>处理批注</source>
        <translation>change state of note</translation>
    </message>
    <message>
        <source>更改内容</source>
        <translation>change</translation>
    </message>
    <message>
        <source>恢复识别结果</source>
        <translation>reset to what was read</translation>
    </message>
    <message>
        <source>核对结论</source>
        <translation>verdict</translation>
    </message>
    <message>
        <source>添加批注</source>
        <translation>add note</translation>
    </message>
    <message>
        <source>更改批注</source>
        <translation>change note</translation>
    </message>
    <message>
        <source>添加条目</source>
        <translation>add item</translation>
    </message>
    <message>
        <source>移除条目</source>
        <translation>remove item</translation>
    </message>
    <message>
        <source>更改指标数值</source>
        <translation>change the value</translation>
    </message>
    <message>
        <source>更改原文表述</source>
        <translation>change the wording</translation>
    </message>
    <message>
        <source>更改标题级别</source>
        <translation>change heading level</translation>
    </message>
    <message>
        <source>更改批注文字</source>
        <translation>change words of note</translation>
    </message>
    <message>
        <source>成批核对</source>
        <translation>several verdicts</translation>
    </message>
    <message>
        <source>改回待核</source>
        <translation>back to open</translation>
    </message>
    <message>
        <source>多处更改</source>
        <translation>several changes</translation>
    </message>
    <message>
        <source>更改位置</source>
        <translation>change place</translation>
    </message>
    <message>
        <source>移动批注</source>
        <translation>move note</translation>
    </message>
    <message>
        <source>恢复批注</source>
        <translation>restore note</translation>
    </message>
    <message>
        <source>回复批注</source>
        <translation>reply</translation>
    </message>
    <message>
        <source>更改分段</source>
        <translation>change paragraphs</translation>
    </message>
    <message>
        <source>合并段落</source>
        <translation>join paragraphs</translation>
    </message>
    <message>
        <source>拆分段落</source>
        <translation>split paragraph</translation>
    </message>
    <message>
        <source>核对完毕</source>
        <translation>finish the check</translation>
    </message>
    <message>
        <source>选定有分歧的值</source>
        <translation>decide between values</translation>
    </message>
    <message>
        <source>更正文字</source>
        <translation>Correct characters</translation>
    </message>
    <message>
        <source>移出正文</source>
        <translation>Set aside as running matter</translation>
    </message>
    <message>
        <source>放回正文</source>
        <translation>Put back as text</translation>
    </message>
    <message>
        <source>恢复识别的文字</source>
        <translation>Restore recognised characters</translation>
    </message>
    <message>
        <source>更正表格</source>
        <translation>Correct table cell</translation>
    </message>
    <message>
        <source>恢复识别的表格</source>
        <translation>Restore recognised table cell</translation>
    </message>
    <message>
        <source>拆分标题</source>
        <translation>split heading</translation>
    </message>
    <message>
        <source>标题并入上一段</source>
        <translation>join heading to paragraph</translation>
    </message>
    <message>
        <source>疑点写成批注</source>
        <translation>write finding as note</translation>
    </message>
    <message>
        <source>给批注加标签</source>
        <translation>tag notes</translation>
    </message>
    <message>
        <source>更改回复</source>
        <translation>change reply</translation>
    </message>
    <message>
        <source>删除回复</source>
        <translation>delete reply</translation>
    </message>
    <message>
        <source>保留原文文字</source>
        <translation>keep text as printed</translation>
    </message>
    <message>
        <source>成批更改标题级别</source>
        <translation>change levels of several headings</translation>
    </message>
    <message>
        <source>撤回</source>
        <translation>take back</translation>
    </message>
    <message>
        <source>导入核对记录</source>
        <translation>import review</translation>
    </message>
    <message>
        <source>承接上一稿</source>
        <translation>take over an earlier draft</translation>
    </message>
    <message>
        <source>并入冲突副本</source>
        <translation>merge conflict copies</translation>
    </message>
    <message>
        <source>恢复较早的版本</source>
        <translation>restore an earlier version</translation>
    </message>
    <message>
        <source>{action}：{step}</source>
        <translation>{action}: {step}</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>标题</source>
        <translation>Heading</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>Metric</translation>
    </message>
    <message>
        <source>任务</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>平台系统</source>
        <translation>System</translation>
    </message>
    <message>
        <source>疑点</source>
        <translation>Finding</translation>
    </message>
    <message>
        <source>批注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>数字</source>
        <translation>Numerals</translation>
    </message>
    <message>
        <source>文件要素</source>
        <translation>Document facts</translation>
    </message>
    <message>
        <source>原文表述</source>
        <translation>As written</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>数值</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>上限</source>
        <translation>Upper end</translation>
    </message>
    <message>
        <source>计量单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>限定</source>
        <translation>Qualifier</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>升降</source>
        <translation>Direction</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>责任单位</source>
        <translation>Responsible</translation>
    </message>
    <message>
        <source>指标性质</source>
        <translation>Target type</translation>
    </message>
    <message>
        <source>所属标题</source>
        <translation>Heading</translation>
    </message>
    <message>
        <source>级别</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>序号</source>
        <translation>Marker</translation>
    </message>
    <message>
        <source>标题文字</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>样式</source>
        <translation>Style</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>牵头领导</source>
        <translation>Leader</translation>
    </message>
    <message>
        <source>牵头单位</source>
        <translation>Lead unit</translation>
    </message>
    <message>
        <source>配合单位</source>
        <translation>Supporting units</translation>
    </message>
    <message>
        <source>完成时限</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>别称</source>
        <translation>Aliases</translation>
    </message>
    <message>
        <source>颜色</source>
        <translation>Colour</translation>
    </message>
    <message>
        <source>标签</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>作者</source>
        <translation>Author</translation>
    </message>
    <message>
        <source>规则</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>建议改为</source>
        <translation>Suggestion</translation>
    </message>
    <message>
        <source>程度</source>
        <translation>Severity</translation>
    </message>
    <message>
        <source>已核</source>
        <translation>Checked</translation>
    </message>
    <message>
        <source>处理</source>
        <translation>Handled</translation>
    </message>
    <message>
        <source>回复</source>
        <translation>Reply</translation>
    </message>
    <message>
        <source>关联</source>
        <translation>About</translation>
    </message>
    <message>
        <source>待核</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>页码</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>应为</source>
        <translation>Should be</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>核实单位</source>
        <translation>Verified with</translation>
    </message>
    <message>
        <source>核对</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>归类</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>上下文</source>
        <translation>Context</translation>
    </message>
    <message>
        <source>原句</source>
        <translation>Sentence</translation>
    </message>
    <message>
        <source>上一稿</source>
        <translation>Earlier draft</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>位置</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>指标名称</source>
        <translation>Indicator</translation>
    </message>
    <message>
        <source>建设状态</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>建设单位</source>
        <translation>Built by</translation>
    </message>
    <message>
        <source>任务内容</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>批注内容</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>原文</source>
        <translation>As written</translation>
    </message>
    <message>
        <source>文件标题</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>副标题</source>
        <translation>Subtitle</translation>
    </message>
    <message>
        <source>发文机关</source>
        <translation>Issued by</translation>
    </message>
    <message>
        <source>发文字号</source>
        <translation>Document no.</translation>
    </message>
    <message>
        <source>份号</source>
        <translation>Copy no.</translation>
    </message>
    <message>
        <source>密级</source>
        <translation>Secrecy</translation>
    </message>
    <message>
        <source>紧急程度</source>
        <translation>Urgency</translation>
    </message>
    <message>
        <source>签发人</source>
        <translation>Signed by</translation>
    </message>
    <message>
        <source>主送机关</source>
        <translation>Addressed to</translation>
    </message>
    <message>
        <source>讲话人</source>
        <translation>Speaker</translation>
    </message>
    <message>
        <source>成文日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>称呼</source>
        <translation>Salutation</translation>
    </message>
    <message>
        <source>附件</source>
        <translation>Attachments</translation>
    </message>
    <message>
        <source>附注</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>抄送机关</source>
        <translation>Copies to</translation>
    </message>
    <message>
        <source>印发机关</source>
        <translation>Printed by</translation>
    </message>
    <message>
        <source>通过和施行</source>
        <translation>Adopted and in force</translation>
    </message>
    <message>
        <source>无误</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>有误</source>
        <translation>Wrong</translation>
    </message>
    <message>
        <source>存疑</source>
        <translation>Doubtful</translation>
    </message>
    <message>
        <source>机器识别</source>
        <translation>Recognised by machine</translation>
    </message>
    <message>
        <source>已更正</source>
        <translation>Corrected</translation>
    </message>
    <message>
        <source>误识</source>
        <translation>Misread</translation>
    </message>
    <message>
        <source>人工添加</source>
        <translation>Added by hand</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>时期</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>计划名</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>文号</source>
        <translation>Document no.</translation>
    </message>
    <message>
        <source>口号</source>
        <translation>Slogan</translation>
    </message>
    <message>
        <source>表格</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>未归类</source>
        <translation>Unclassified</translation>
    </message>
    <message>
        <source>只看改动</source>
        <translation>Changed only</translation>
    </message>
    <message>
        <source>请重点核对</source>
        <translation>Check closely</translation>
    </message>
    <message>
        <source>有冲突</source>
        <translation>In conflict</translation>
    </message>
    <message>
        <source>待复核</source>
        <translation>Awaits second check</translation>
    </message>
    <message>
        <source>承接上一稿</source>
        <translation>Carried over</translation>
    </message>
    <message>
        <source>上一稿有变</source>
        <translation>Changed since earlier draft</translation>
    </message>
    <message>
        <source>本稿没有</source>
        <translation>Not in this draft</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>目标</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>预计</source>
        <translation>Forecast</translation>
    </message>
    <message>
        <source>已建</source>
        <translation>Built</translation>
    </message>
    <message>
        <source>在建</source>
        <translation>Being built</translation>
    </message>
    <message>
        <source>拟建</source>
        <translation>Planned</translation>
    </message>
    <message>
        <source>增减</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>位次</source>
        <translation>Rank</translation>
    </message>
    <message>
        <source>倍数</source>
        <translation>Multiple</translation>
    </message>
    <message>
        <source>超过（多、余）</source>
        <translation>more than</translation>
    </message>
    <message>
        <source>不少于（以上）</source>
        <translation>at least</translation>
    </message>
    <message>
        <source>接近（近）</source>
        <translation>nearly</translation>
    </message>
    <message>
        <source>大约（左右）</source>
        <translation>about</translation>
    </message>
    <message>
        <source>不足（不到）</source>
        <translation>less than</translation>
    </message>
    <message>
        <source>不超过（以内）</source>
        <translation>at most</translation>
    </message>
    <message>
        <source>上升</source>
        <translation>up</translation>
    </message>
    <message>
        <source>下降</source>
        <translation>down</translation>
    </message>
    <message>
        <source>约束性</source>
        <translation>binding</translation>
    </message>
    <message>
        <source>预期性</source>
        <translation>expected</translation>
    </message>
    <message>
        <source>独立成段</source>
        <translation>own paragraph</translation>
    </message>
    <message>
        <source>段首</source>
        <translation>head of a paragraph</translation>
    </message>
    <message>
        <source>分论点</source>
        <translation>thesis</translation>
    </message>
    <message>
        <source>错误</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>注意</source>
        <translation>Warning</translation>
    </message>
    <message>
        <source>提示</source>
        <translation>Hint</translation>
    </message>
    <message>
        <source>高亮</source>
        <translation>Highlight</translation>
    </message>
    <message>
        <source>下划线</source>
        <translation>Underline</translation>
    </message>
    <message>
        <source>删除线</source>
        <translation>Strikethrough</translation>
    </message>
    <message>
        <source>方框</source>
        <translation>Box</translation>
    </message>
    <message>
        <source>采纳</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>未采纳</source>
        <translation>Declined</translation>
    </message>
    <message>
        <source>已处理</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>未处理</source>
        <translation>Not handled</translation>
    </message>
    <message>
        <source>未定位</source>
        <translation>Not placed</translation>
    </message>
    <message>
        <source>不是问题</source>
        <translation>Fine</translation>
    </message>
    <message>
        <source>确有问题</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>误报</source>
        <translation>False alarm</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
</context>
</TS>
