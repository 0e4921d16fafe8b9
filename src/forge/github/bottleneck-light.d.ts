/** The build without Redis, which the throttling plugin itself loads and which comes without types of its own. */
declare module 'bottleneck/light.js' {
  import Bottleneck from 'bottleneck';
  export default Bottleneck;
}
